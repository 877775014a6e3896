import type { Catalog } from '../../base/localize.ts'
import { catalog as common } from '../common/catalog.ts'
import { join } from '../join.ts'
import { messages } from './en.ts'

const own = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>

/** The texts of the search for articles. */
export type ArticleSearchMessages = (typeof catalog)['en']

/** The texts of the search for articles in every language. */
export const catalog = join(common, own)
