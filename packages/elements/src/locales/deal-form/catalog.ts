import type { Catalog } from '../../base/localize.ts'
import { messages as common } from '../common/en.ts'
import { messages as field } from '../field/en.ts'
import { join } from '../join.ts'
import { messages as own } from './en.ts'

const messages = { ...common, ...field, ...own }

/** The texts of the registration form with those of its fields and of every widget. */
export type DealFormMessages = typeof messages

/** The texts of the registration form in every language. */
export const catalog = {
  en: messages,
  later: () => import('../field-later/en.ts'),
  locales: {
    de: () =>
      join([
        import('../common/de.ts'),
        import('../field/de.ts'),
        import('../field-later/de.ts'),
        import('./de.ts'),
      ]),
    ar: () =>
      join([
        import('../common/ar.ts'),
        import('../field/ar.ts'),
        import('../field-later/ar.ts'),
        import('./ar.ts'),
      ]),
  },
} satisfies Catalog<DealFormMessages>
