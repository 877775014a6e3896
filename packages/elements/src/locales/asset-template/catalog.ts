import type { Catalog } from '../../base/localize.ts'
import type { AssetMessages } from '../asset/catalog.ts'
import { catalog as field } from '../field/catalog.ts'
import { catalog as fieldLater } from '../field-later/catalog.ts'
import { join } from '../join.ts'
import { catalog as recordLater } from '../record-later/catalog.ts'
import { messages } from './en.ts'

const own = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>

/** The texts of a template that the partner fills, beside those of the page around them. */
export type AssetTemplateMessages = AssetMessages & typeof messages

/** The texts of a template that the partner fills, in every language. */
export const catalog = join(field, fieldLater, recordLater, own)
