import type { Translate } from '../base/localize.ts'
import type { messages } from '../locales/field-later/en.ts'

/** Reads the texts of a form that come after the first key. */
export type FormTexts = Translate<typeof messages>
