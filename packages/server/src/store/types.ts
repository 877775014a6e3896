export type { DealSort, FacetValue } from '@prmkit/contract'

/** One page of records; without `nextCursor` it is the last. */
export interface Page<Record> {
  items: Record[]
  nextCursor?: string
}
