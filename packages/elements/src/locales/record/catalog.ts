import type { Catalog } from '../../base/localize.ts'
import type { messages as common } from '../common/en.ts'
import type { messages as fieldLater } from '../field-later/en.ts'
import { messages } from './en.ts'

/** The texts that a record page finds in its widget's catalog: the shared ones and its own. */
export type RecordMessages = typeof common &
  typeof messages &
  Pick<typeof fieldLater, 'fileEmpty' | 'fileTooBig' | 'fileWrongType' | 'fileRejected'> & {
    /** The words of the button that leads to the list. */
    readonly back: string
  }

/** The texts that every record page shares, in every language. */
export const catalog = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>
