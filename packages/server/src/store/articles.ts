import type {
  ArticleHeading,
  ArticleSort,
  ArticleStatus,
  ArticleTaskStatus,
  RatingReason,
  Reason,
  SectionStatus,
} from '@prmkit/contract'
import type { ContentFilter, ContentRecord, ContentText } from './content-records.ts'
import type { TextPart, TextReference } from './rendered.ts'
import type { FacetValue, Filled, Page, Paging } from './types.ts'

/** A section of the knowledge base, or a folder of the content library. */
export interface SectionRecord {
  id: string
  externalIds: Record<string, string>
  createdAt: string
  updatedAt: string
  revision: number
  status: SectionStatus
  parentId?: string
  /** The main language. */
  language: string
  texts: Record<string, { title: string; description?: string }>
  position: number
}

/** The facts about an article’s text in one language. */
export interface ArticleText extends ContentText {
  summary: string
  minutes: number
}

/** An article without its texts. */
export interface ArticleRecord extends ContentRecord<ArticleStatus, ArticleText> {
  slug: string
  updatedBy?: string
  /** The article’s addresses elsewhere, as `addressOf` writes them. */
  addresses?: string[]
}

/** The text of an article in one language, as it was written and as it is shown. */
export interface ArticleBody {
  articleId: string
  language: string
  format: 'markdown' | 'html'
  source: string
  /** The summary, where the vendor wrote one. */
  summary?: string
  /** The text was written anew and not rendered since; readers get the text before. */
  pending?: true
  /** The text as it is shown; absent until it was rendered. */
  rendered?: {
    html: string
    contents: ArticleHeading[]
    parts: TextPart[]
    references: TextReference[]
    /** Links to headings that are not there; absent for a text that is sent. */
    brokenAnchors?: string[]
  }
}

/** The articles that a reader finds. */
export interface ArticleFilter extends ContentFilter<ArticleStatus> {
  /** Only articles that this person has saved, or has not. */
  saved?: { userId: string; saved: boolean }
}

/** One person’s marks on an article. */
export interface ArticleMarks {
  rating?: { version: number; helpful: boolean; reason?: RatingReason }
  savedAt?: string
  seenVersion?: number
}

/** The votes on a version. */
export interface Votes {
  yes: number
  no: number
}

/** A file that texts show or link to. */
export interface ContentFile {
  /** A hash of its bytes, which the file store knows them by. */
  id: string
  /** The file’s path or address, by which texts name it. */
  source: string
  name: string
  mediaType: string
  size: number
  width?: number
  height?: number
}

export interface Sections extends Filled<SectionRecord> {
  get(id: string): Promise<SectionRecord | undefined>
  lock(id: string): Promise<SectionRecord | undefined>
  many(ids: readonly string[]): Promise<SectionRecord[]>
  all(): Promise<SectionRecord[]>
}

export interface Articles extends Filled<ArticleRecord> {
  get(id: string): Promise<ArticleRecord | undefined>
  many(ids: readonly string[]): Promise<ArticleRecord[]>
  lock(id: string): Promise<ArticleRecord | undefined>
  list(filter: ArticleFilter, sort: ArticleSort, paging: Paging): Promise<Page<ArticleRecord>>
  count(filter: ArticleFilter): Promise<number>
  /** Articles of a section, whatever their state. */
  ofSections(sectionIds: readonly string[]): Promise<ArticleRecord[]>
  /** The articles that texts link to by these paths or addresses. */
  bySource(sources: readonly string[]): Promise<ArticleRecord[]>
  /** Articles whose path or address begins so and that are not retired. */
  sources(prefix: string): Promise<Pick<ArticleRecord, 'id' | 'source'>[]>
  bodies(articleIds: readonly string[]): Promise<ArticleBody[]>
  putBodies(bodies: readonly ArticleBody[]): Promise<void>
  /** Forgets languages of an article. */
  removeBodies(articleId: string, languages: readonly string[]): Promise<void>
  marks(userId: string, ids: readonly string[]): Promise<Map<string, ArticleMarks>>
  /** Replaces a person’s marks on an article. */
  mark(userId: string, id: string, marks: ArticleMarks): Promise<void>
  /** The votes on the current version of each of these articles. */
  votes(articles: readonly Pick<ArticleRecord, 'id' | 'version'>[]): Promise<Map<string, Votes>>
  /** Counts a view. */
  view(id: string): Promise<void>
  /** Locks articles that are due; skips those that are locked already. */
  due(now: string, limit: number): Promise<ArticleRecord[]>
}

export interface ContentFiles extends Filled<ContentFile> {
  get(id: string): Promise<ContentFile | undefined>
  many(ids: readonly string[]): Promise<ContentFile[]>
  bySource(sources: readonly string[]): Promise<ContentFile[]>
  /** Forgets files by their ids. */
  remove(ids: readonly string[]): Promise<void>
}

/** The work that an unhelpful vote made. */
export interface ArticleTaskRecord {
  id: string
  createdAt: string
  updatedAt: string
  revision: number
  status: ArticleTaskStatus
  statusReason?: Reason
  articleId: string
  language: string
  version: number
  reason?: RatingReason
  comment?: string
  authorId: string
  partnerId?: string
  assigneeId?: string
}

/** The tasks that somebody looks for. */
export interface ArticleTaskFilter {
  /** The partners whose readers’ tasks are seen; absent for all. */
  partnerIds?: readonly string[]
  status?: readonly ArticleTaskStatus[]
  assigneeId?: string
  articleId?: string
}

export interface ArticleTasks extends Filled<ArticleTaskRecord> {
  get(id: string): Promise<ArticleTaskRecord | undefined>
  lock(id: string): Promise<ArticleTaskRecord | undefined>
  /** The tasks of one reader about one article that are not ended. */
  pending(authorId: string, articleId: string): Promise<ArticleTaskRecord[]>
  /** The newest first. */
  list(filter: ArticleTaskFilter, paging: Paging): Promise<Page<ArticleTaskRecord>>
  /** How many there are, and by status, ignoring its own selection. */
  count(filter: ArticleTaskFilter): Promise<{ total: number; status: FacetValue[] }>
}

/** A text that was searched for; no reader is kept with it. */
export interface SearchRecord {
  id: string
  /** The resource that was searched. */
  resource: string
  text: string
  language: string
  count: number
  found: number
  clicked: number
  lastAt: string
}

/** The searches that somebody looks for. */
export interface SearchFilter {
  resource?: string
  found?: boolean
  language?: string
  search?: string
}

export interface Searches {
  /** Counts searches; one that is there already is counted on. */
  note(searches: readonly Omit<SearchRecord, 'count' | 'clicked'>[]): Promise<void>
  /** Counts that something was opened from what a search found. */
  click(id: string): Promise<void>
  /** The searches, those that found nothing first, then the most frequent. */
  list(filter: SearchFilter, paging: Paging): Promise<Page<SearchRecord>>
  prune(before: string): Promise<void>
}
