import type { Catalog } from '../../base/localize.ts'
import type { ArticleMessages } from '../article/catalog.ts'
import { messages } from './en.ts'

/** The texts of a reader's note, beside those of the article around it. */
export type ArticleComplaintMessages = ArticleMessages & typeof messages

/** The texts of a reader's note on what an article lacks, in every language. */
export const catalog = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>
