import type { ArticleSearch } from '../../articles/article-search.ts'
import type { AskScene } from '../../articles/ask.ts'
import type { Translate } from '../../base/localize.ts'
import type { KnowledgeBaseMessages } from '../../locales/knowledge-base/catalog.ts'
import type { Shelves } from './shelves.ts'

/** The knowledge base as its views see it. */
export interface KnowledgeBaseScene extends AskScene {
  readonly t: Translate<KnowledgeBaseMessages>
  readonly locale: string
  readonly searching: ArticleSearch
  readonly shelves: Shelves
  readonly sectionId: string | undefined
  readonly sectionHref: string | undefined
  readonly articleHref: string | undefined
  readonly withoutShortcuts: boolean
  /** Opens an article at a heading of it, or with an empty id goes back. */
  open(id: string, anchor?: string): void
  /** Opens a section, or with an empty id the beginning. */
  openSection(id: string): void
  /** Takes what is typed into the search. */
  type(text: string): void
  /** Loads the next page of the list or of what was found. */
  more(): Promise<void>
}
