import type { Catalog } from '../../base/localize.ts'
import type { RecordMessages } from '../record/catalog.ts'
import { messages } from './en.ts'

/** The texts of what is sent about a record, beside those of the page around it. */
export type RecordLaterMessages = RecordMessages & typeof messages

/** The texts of what is written and sent about a record, in every language. */
export const catalog = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>
