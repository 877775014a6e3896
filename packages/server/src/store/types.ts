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
