import type { Catalog } from '../../base/localize.ts'
import { catalog as later } from '../deal-list-later/catalog.ts'
import { catalog as list } from '../deal-list/catalog.ts'
import { catalog as fieldLater } from '../field-later/catalog.ts'
import { catalog as field } from '../field/catalog.ts'
import { join } from '../join.ts'
import { catalog as record } from '../record/catalog.ts'
import { catalog as recordLater } from '../record-later/catalog.ts'
import { messages } from './en.ts'

const own = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>

/** The texts of one registration. */
export type DealDetailMessages = (typeof catalog)['en']

/** The texts of one registration in every language. */
export const catalog = join(field, fieldLater, record, recordLater, list, later, own)
