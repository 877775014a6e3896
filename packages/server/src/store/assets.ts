import type {
  AssetSort,
  AssetStatus,
  AssetType,
  AssetUseSort,
  BundleStatus,
  NoPreviewReason,
  PreviewKind,
  TemplateZone,
} from '@prmkit/contract'
import type { Scope } from '../rules/shared/visibility.ts'
import type { ContentFilter, ContentRecord, ContentText } from './content-records.ts'
import type { Filled, Page, Paging } from './types.ts'

/** An image that was made of a file. */
export interface StoredImage {
  /** The image’s id in the file store. */
  id: string
  width: number
  height: number
}

/** The facts about an asset in one language, as they are in its newest version. */
export interface AssetText extends ContentText {
  description: string
  /** The number of the newest version in this language. */
  version: number
  mediaType?: string
  size?: number
  pageCount?: number
  duration?: number
  url?: string
  thumbnail?: StoredImage
}

/** An asset without its files. */
export interface AssetRecord extends ContentRecord<AssetStatus, AssetText> {
  type: AssetType
  stages: string[]
  locked: boolean
  terms?: { version: string; texts: Record<string, string> }
  replacedById?: string
  /** The instant at which it was published or last got a new version. */
  newestAt?: string
}

/** A page, slide or sheet of a file. */
export interface StoredPage {
  text?: string
  image?: StoredImage
}

/** Everything that was made of a file to look at it and to find it. */
export interface Look {
  kind: PreviewKind
  pages: StoredPage[]
  /** How many pages there are, where that is more than are kept. */
  pageCount?: number
  duration?: number
  thumbnail?: StoredImage
  reason?: NoPreviewReason
  /** The places that a partner fills, where it is a template. */
  zones?: TemplateZone[]
}

/** A version of an asset in one language. */
export interface AssetFile {
  assetId: string
  language: string
  version: number
  at: string
  changes?: string
  /** The address that a link leads to. */
  url?: string
  file?: { id: string; name: string; mediaType: string; size: number }
  /** The address from which the file is taken; while it is pending, there is no file yet. */
  from?: string
  /** The reason why there is no file behind that address. */
  problem?: string
  /** The image before a video plays, and its captions, where the vendor gave any. */
  poster?: { id: string; mediaType: string }
  captions?: { language: string; id: string }[]
  /** No look was made of the file yet. */
  pending?: true
  look?: Look
}

/** The assets that a reader finds. */
export interface AssetFilter extends ContentFilter<AssetStatus> {
  types?: readonly AssetType[]
  stages?: readonly string[]
  /** Assets that are for every stage count, too. */
  everyStage?: boolean
  featured?: boolean
  /** Only assets that were published or got a new version after this instant. */
  newerThan?: string
  /** Only favourites of this person, or all others. */
  favourite?: { userId: string; favourite: boolean }
}

/** One person’s marks on an asset. */
export interface AssetMarks {
  favouriteAt?: string
  seenVersion?: number
  downloadedVersion?: number
  /** The terms that were accepted, the last ones last. */
  terms?: { version: string; at: string }[]
}

/** The visit of a person to the library before this one, and their last sign of life there. */
export interface Visit {
  before?: string
  last: string
}

export interface Assets extends Filled<AssetRecord> {
  get(id: string): Promise<AssetRecord | undefined>
  many(ids: readonly string[]): Promise<AssetRecord[]>
  lock(id: string): Promise<AssetRecord | undefined>
  list(filter: AssetFilter, sort: AssetSort, paging: Paging): Promise<Page<AssetRecord>>
  count(filter: AssetFilter): Promise<number>
  /** The ids of the assets that a reader finds, in no order. */
  ids(filter: AssetFilter): Promise<string[]>
  /** Assets of folders, whatever their state. */
  ofSections(sectionIds: readonly string[]): Promise<AssetRecord[]>
  /** Assets whose path or address begins so and that are not retired. */
  sources(prefix: string): Promise<Pick<AssetRecord, 'id' | 'source'>[]>
  /** All versions of assets, the newest of each language first. */
  files(assetIds: readonly string[]): Promise<AssetFile[]>
  putFiles(files: readonly AssetFile[]): Promise<void>
  /** The ids among these that a version names: of its file, poster, captions, pages or small image. */
  naming(fileIds: readonly string[]): Promise<string[]>
  /** Forgets languages of an asset. */
  removeFiles(assetId: string, languages: readonly string[]): Promise<void>
  /** Forgets an asset with its files and marks. */
  remove(id: string): Promise<void>
  marks(userId: string, ids: readonly string[]): Promise<Map<string, AssetMarks>>
  /** Changes a person’s marks on an asset, one change after the other. */
  mark(userId: string, id: string, changed: (marks: AssetMarks) => AssetMarks): Promise<void>
  visit(userId: string): Promise<Visit | undefined>
  putVisit(userId: string, visit: Visit): Promise<void>
  /** Locks assets that are due; skips those that are locked already. */
  due(now: string, limit: number): Promise<AssetRecord[]>
}

/** The use of an asset on one day, by one partner or by people without a log-in. */
export interface UseCount {
  assetId: string
  /** The civil date in UTC. */
  day: string
  /** The partner; empty for the vendor and for people without a log-in. */
  partnerId: string
  views: number
  downloads: number
  shares: number
  shareViews: number
}

/** The use of an asset in a period. */
export interface UseSum extends Omit<UseCount, 'assetId' | 'day' | 'partnerId'> {
  id: string
  partners: number
  lastDay?: string
}

/** The use that somebody asks for. */
export interface UseFilter {
  from?: string
  until?: string
  used?: boolean
  /** Partners whose use counts; absent for all and for people without a log-in. */
  partnerIds?: readonly string[]
}

export interface AssetUses {
  /** Adds to the counts of a day. */
  add(counts: readonly UseCount[]): Promise<void>
  /** Assets with their use; an asset that nobody used only where it is published. */
  list(filter: UseFilter, sort: AssetUseSort, paging: Paging): Promise<Page<UseSum>>
}

/** A zip file of several assets. */
export interface BundleRecord {
  id: string
  createdAt: string
  expiresAt: string
  status: Exclude<BundleStatus, 'expired'>
  userId: string
  partnerId?: string
  /** The files that it is made of. */
  files: { fileId: string; name: string; size: number }[]
  done: number
  size?: number
  problem?: string
}

export interface Bundles extends Filled<BundleRecord> {
  get(id: string): Promise<BundleRecord | undefined>
  /** Forgets bundles that expired before, at most so many; answers their ids. */
  prune(before: string, limit: number): Promise<string[]>
}

/** A link to assets for people without a log-in. */
export interface ShareRecord {
  id: string
  createdAt: string
  updatedAt: string
  revision: number
  /** The part of the link’s address that nobody guesses: 128 random bits. */
  token: string
  partnerId: string
  ownerUserId: string
  label: string
  language: string
  /** The assets, with the language and version that are shown. */
  assets: { assetId: string; language: string; version: number }[]
  /** The record for which it was made. */
  about?: { resource: string; id: string }
  expiresAt: string
  maxViews?: number
  revokedAt?: string
  views: number
  lastViewedAt?: string
}

/** The links that somebody looks for. */
export interface ShareFilter {
  scope: Scope
  now: string
  assetId?: string
  /** The id of the record for which they were made. */
  recordId?: string
  status?: readonly string[]
  ownerUserId?: string
}

export interface Shares extends Filled<ShareRecord> {
  get(id: string): Promise<ShareRecord | undefined>
  lock(id: string): Promise<ShareRecord | undefined>
  byToken(token: string): Promise<ShareRecord | undefined>
  /** Counts that a link was opened. */
  view(id: string, now: string): Promise<void>
  /** The links, the newest first. */
  list(filter: ShareFilter, paging: Paging): Promise<Page<ShareRecord>>
}
