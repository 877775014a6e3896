export type { FacetValue } from '@prmkit/contract'

/** A part of a list: at most `limit` records after the place that `cursor` marks. */
export interface Paging {
  limit: number
  cursor?: string
}

/** One page of records; without `nextCursor` it is the last. */
export interface Page<Record> {
  items: Record[]
  nextCursor?: string
}

/** A table that is filled from a vendor's files, too. */
export interface Filled<Record> {
  /** Inserts records; one whose id is there already takes that one's place. */
  put(records: readonly Record[]): Promise<void>
}
