import type { FullArticle, RatingReason } from '@prmkit/contract'
import type { Translate } from '../base/localize.ts'
import type { Client } from '../base/portal.ts'
import type { ArticleMessages } from '../locales/article/catalog.ts'
import type { RichText } from '../primitives/rich-text/rich-text.ts'
import type { RecordScene } from '../record/record-scene.ts'

/** The operations on articles. */
export type ArticleOperations = Client['articles']

/** An article in full, as its parts see it. */
export interface ArticleScene extends Omit<RecordScene<FullArticle, ArticleOperations>, 't'> {
  readonly t: Translate<ArticleMessages>
  readonly client: Client | undefined
  /** The text, once it is ready to be shown. */
  readonly text: RichText | undefined
  /** Goes to a heading of the text; false where there is none. */
  goTo(anchor: string): boolean
  /** Opens an article, at a heading of it. */
  open(id: string, anchor?: string): void
  /** Reads the article in another language. */
  read(language: string): Promise<void>
}

/** The body of a vote. */
export interface Vote {
  readonly helpful: boolean
  readonly reason?: RatingReason
  readonly comment?: string
}
