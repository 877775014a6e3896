import type { Catalog } from '../../base/localize.ts'
import type { messages as later } from '../field-later/en.ts'
import { messages } from './en.ts'

/** The texts of form fields, those that come later among them. */
export type FieldMessages = typeof messages & typeof later

/** The texts of form fields in every language. */
export const catalog = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>
