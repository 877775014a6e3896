import type { Catalog } from '../../base/localize.ts'
import { messages as form } from '../form-later/en.ts'
import { join } from '../join.ts'
import { messages as own } from './en.ts'

const messages = { ...form, ...own }

/** The texts of the registration form after the first key, in every language. */
export const catalog = {
  en: messages,
  locales: {
    de: () => join([import('../form-later/de.ts'), import('./de.ts')]),
    ar: () => join([import('../form-later/ar.ts'), import('./ar.ts')]),
  },
} satisfies Catalog<typeof messages>
