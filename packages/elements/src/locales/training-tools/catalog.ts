import type { Catalog } from '../../base/localize.ts'
import { messages } from './en.ts'

/** The texts of the transcript and the calendar in every language. */
export const catalog = {
  en: messages,
  locales: { de: () => import('./de.ts'), ar: () => import('./ar.ts') },
} satisfies Catalog<typeof messages>
