import type { Catalog } from '../../base/localize.ts'
import type { messages as later } from '../deal-list-later/en.ts'
import { join } from '../join.ts'
import { messages } from './en.ts'

/** The texts of the list of registrations with those that come later. */
export type DealListMessages = typeof messages & typeof later

/** The texts of the list of registrations in every language. */
export const catalog = {
  en: messages as DealListMessages,
  later: () => import('../deal-list-later/en.ts'),
  locales: {
    de: () => join([import('./de.ts'), import('../deal-list-later/de.ts')]),
    ar: () => join([import('./ar.ts'), import('../deal-list-later/ar.ts')]),
  },
} satisfies Catalog<DealListMessages>
