import type { Catalog } from '../../base/localize.ts'
import { catalog as common } from '../common/catalog.ts'
import { join } from '../join.ts'
import { catalog as record } from '../record/catalog.ts'
import { messages } from './en.ts'

const own = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>

/** The texts of one article. */
export type ArticleMessages = (typeof catalog)['en']

/** The texts of one article in every language. */
export const catalog = join(common, record, own)
