import type { Catalog } from '../../base/localize.ts'
import { catalog as field } from '../field-later/catalog.ts'
import { join } from '../join.ts'
import { messages } from './en.ts'

const own = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>

/** The texts of the registration form after the first key, those of errors among them. */
export const catalog = join(field, own)
