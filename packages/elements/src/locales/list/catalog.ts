import type { Catalog } from '../../base/localize.ts'
import type { messages as common } from '../common/en.ts'
import type { messages as later } from '../list-later/en.ts'
import { messages } from './en.ts'

/** The texts that a list finds in its widget's catalog: the shared ones and a few of its own. */
export type ListMessages = typeof common &
  typeof messages &
  typeof later & {
    /** The name of the list. */
    readonly title: string
    /** The words in the empty search field. */
    readonly searchHint: string
    /** The number of records. */
    readonly count: { readonly other: string }
  }

/** The texts that every list shares, in every language. */
export const catalog = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>
