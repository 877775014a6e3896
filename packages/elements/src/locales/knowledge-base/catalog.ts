import type { Catalog } from '../../base/localize.ts'
import { catalog as articleSearch } from '../article-search/catalog.ts'
import { join } from '../join.ts'
import { catalog as list } from '../list/catalog.ts'
import { messages } from './en.ts'

const own = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>

/** The texts of the knowledge base. */
export type KnowledgeBaseMessages = (typeof catalog)['en']

/** The texts of the knowledge base in every language. */
export const catalog = join(list, articleSearch, own)
