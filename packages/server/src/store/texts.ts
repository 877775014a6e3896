import type { Audience, Highlight } from '@prmkit/contract'
import type { Reader } from '../rules/shared/audience.ts'
import type { TextPart } from './rendered.ts'
import type { Synonyms } from '../rules/text-search/query.ts'

/** A record’s text in one language, as the search sees it. */
export interface TextDocument {
  /** The resource of the record, and its id there. */
  resource: string
  recordId: string
  language: string
  /** The record’s main language, which stands in for one that is missing. */
  isMain: boolean
  /** Every language of the record. */
  languages: readonly string[]
  title: string
  audience: Audience
  /** After this instant it is not found. */
  validUntil?: string
  /** The names by which it is chosen and counted, such as `section:intro`. */
  labels: readonly string[]
  parts: readonly TextPart[]
}

/** The texts that a reader may find. */
export interface TextFilter {
  resource: string
  reader: Reader
  now: string
  /** The languages that the reader likes best of those the vendor has, the best first. */
  languages: readonly string[]
  /** Lists of labels; a text must have one label of each list. */
  labels: readonly (readonly string[])[]
  /** Only these records, where labels cannot say it. */
  recordIds?: readonly string[]
}

/** A record that a search found, in the language that the reader reads. */
export interface TextHit {
  recordId: string
  title: Highlight
  section?: { heading: Highlight; anchor: string }
  excerpt: Highlight
}

/** The finds of a search, the best first. */
export interface Found {
  hits: TextHit[]
  /** There is more after these. */
  more: boolean
}

/** How many records a reader may find, and how many have each label. */
export interface TextCount {
  total: number
  labels: ReadonlyMap<string, number>
}

/** The full-text search over content of whatever resource. */
export interface Texts {
  /** Keeps the texts of records, all languages of a record at once, in place of what was there. */
  put(documents: readonly TextDocument[]): Promise<void>
  /** Forgets records. */
  remove(resource: string, recordIds: readonly string[]): Promise<void>
  /** Finds records by every word of a search or its stem; the last word may be unfinished. */
  search(
    filter: TextFilter,
    search: string,
    synonyms: Synonyms,
    page: { offset: number; limit: number },
  ): Promise<Found>
  /** Counts records, those that a search finds or all. */
  count(filter: TextFilter, search?: string, synonyms?: Synonyms): Promise<TextCount>
  /** Known words of these languages that look like this one, in no order. */
  similar(languages: readonly string[], word: string): Promise<string[]>
  /** Tells which of these words some text of these languages has. */
  known(languages: readonly string[], words: readonly string[]): Promise<Set<string>>
}
