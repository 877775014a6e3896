import type { Money } from '../../base/values/format-money.ts'
import type { Translate } from '../../base/localize.ts'
import type { FieldMessages } from '../../locales/field/catalog.ts'

/** Reads the texts of fields. */
export type FieldTexts = Translate<FieldMessages>

/** One entry of a list to choose from. */
export interface Choice {
  /** The value that is stored. */
  readonly value: string
  /** The text that is shown. */
  readonly label: string
  /** A second, quiet text such as an article number; typing it finds the entry too. */
  readonly detail?: string | undefined
  /** Prices of a product, to begin with. */
  readonly prices?: readonly Money[] | undefined
}

/** The text typed where an entry of a list is asked for. */
export interface Unmatched {
  readonly text: string
}

/** The lists of a backend. */
export type Source = 'products' | 'partners' | 'users'

/** A file the backend has, or will have. */
export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly size?: number
  readonly status?: string
  readonly statusReason?: string | undefined
}

/** Sends a file; `onProgress` takes a fraction from 0 to 1. */
export type Upload = (
  file: File,
  options: { signal: AbortSignal; onProgress: (fraction: number) => void },
) => Promise<StoredFile>

/** The widget around the fields of a form, as they see it. */
export interface FieldContext {
  /** Reads the texts of `locales/field`. */
  readonly t: FieldTexts
  /** The reader's locale, for numbers, dates and names of countries. */
  readonly locale: string
  /** The civil date in the vendor's time zone. */
  readonly today: string
  /** Currencies to offer where a field names none. */
  readonly currencies?: readonly string[] | undefined
  /** The country of numbers typed without a country code. */
  readonly country?: string | undefined
  /** Searches a list of the backend; an empty text asks for its beginning. */
  readonly search?: (
    source: Source,
    text: string,
    signal: AbortSignal,
  ) => Promise<readonly Choice[]>
  /** Names a stored entry of a list. */
  readonly find?: (source: Source, value: string) => Promise<Choice | undefined>
  /** Sends a file. */
  readonly upload?: Upload
  /** Files by id: those attached before, to which uploads are added. */
  readonly files?: Map<string, StoredFile>
}

/** The error of a field: found here (with its limit) or by the backend (with its words). */
export interface ShownError {
  readonly pointer: string
  readonly code: string
  readonly limit?: number | string | undefined
  readonly detail?: string | undefined
}

/** How a field stands, and where its input goes. */
export interface FieldState {
  /** The value; input that is not yet valid is kept in it as it was typed. */
  readonly value: unknown
  /** Shows the mark and tells screen readers. */
  readonly required?: boolean
  /** Shows the value and takes no input. */
  readonly readOnly?: boolean
  /** Errors of this field and, for product lines, of what lies below its pointer. */
  readonly errors?: readonly ShownError[]
  /** Called on each input; `undefined` when the field is emptied. */
  readonly onInput: (value: unknown) => void
  /** Called when the reader leaves the field: the time to say what is wrong. */
  readonly onLeave?: () => void
}
