import * as z from 'zod/mini'
import { Cursor } from './common.ts'
import { Suggestion } from './articles/highlights.ts'

/** The most records that one page holds. */
export const pageLimit = 100

/** The most records that a page is to hold. */
export const Limit = z.int().check(z.gte(1), z.lte(pageLimit))

/** The query fields of every list. */
export const paging = {
  /** The most records that the page holds; without it the backend chooses. */
  limit: z.optional(Limit),
  /** The `nextCursor` of the page before; without it, the first page. */
  cursor: z.optional(Cursor),
}

/** One value of a facet and how many records have it. */
export const FacetValue = z.object({
  /** The value as the query field takes it. */
  value: z.string(),
  /** The vendor’s word for the value. */
  label: z.optional(z.string()),
  /** How many records have the value. */
  count: z.int(),
})
export type FacetValue = z.infer<typeof FacetValue>

/** One page of a list of records. */
export const pageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({
    /** The records of the page. */
    items: z.array(item),
    /** The cursor of the next page; absent on the last one. */
    nextCursor: z.optional(Cursor),
    /** How many records all pages hold, where it was asked for. */
    total: z.optional(z.int()),
    /** The values of each facet with their counts, where they were asked for. */
    facets: z.optional(z.record(z.string(), z.array(FacetValue))),
  })

/** One page of what a search found, the best first. */
export const searchPageOf = <Item extends z.ZodMiniType>(item: Item) =>
  z.object({
    ...pageOf(item).shape,
    /** Other words, where the typed ones find nothing, or nothing exactly. */
    suggestion: z.optional(Suggestion),
  })
