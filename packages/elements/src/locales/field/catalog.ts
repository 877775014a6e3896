import type { Catalog } from '../../base/localize.ts'
import type { messages as later } from '../field-later/en.ts'
import { join } from '../join.ts'
import { messages } from './en.ts'

/** The texts of form fields, those that come later among them. */
export type FieldMessages = typeof messages & typeof later

/** The texts of form fields in every language. */
export const catalog = {
  en: messages,
  later: () => import('../field-later/en.ts'),
  locales: {
    de: () => join([import('./de.ts'), import('../field-later/de.ts')]),
    ar: () => join([import('./ar.ts'), import('../field-later/ar.ts')]),
  },
} satisfies Catalog<typeof messages>
