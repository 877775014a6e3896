import type { Catalog } from '../../base/localize.ts'
import { catalog as common } from '../common/catalog.ts'
import type { messages as later } from '../deal-list-later/en.ts'
import { join } from '../join.ts'
import type { messages as listLater } from '../list-later/en.ts'
import { catalog as list } from '../list/catalog.ts'
import { messages } from './en.ts'

const own = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>

/** The texts of the list of registrations, those that come later among them. */
export type DealListMessages = (typeof catalog)['en'] & typeof later & typeof listLater

/** The texts of the list of registrations in every language. */
export const catalog = join(common, list, own)
