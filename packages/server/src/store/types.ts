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

/** A table of records that are found by their id, or by a filter in one order. */
export interface Kept<Record, Filter> extends Filled<Record> {
  get(id: string): Promise<Record | undefined>
  many(ids: readonly string[]): Promise<Record[]>
  /** Finds a record, and nobody else changes it until this transaction ends. */
  lock(id: string): Promise<Record | undefined>
  list(filter: Filter, paging: Paging): Promise<Page<Record>>
  count(filter: Filter): Promise<number>
}
