import type { Catalog } from '../../base/localize.ts'
import { catalog as common } from '../common/catalog.ts'
import type { messages as later } from '../deal-form-later/en.ts'
import { catalog as field, type FieldMessages } from '../field/catalog.ts'
import { join } from '../join.ts'
import { messages } from './en.ts'

const own = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>

/** The texts of the registration form, those that come later among them. */
export type DealFormMessages = (typeof catalog)['en'] & FieldMessages & typeof later

/** The texts of the registration form in every language. */
export const catalog = join(common, field, own)
