import * as z from 'zod/mini'
import { Id, line } from './common.ts'
import { paging } from './pages.ts'

/** The query of a page of a board. */
export const BoardEntryQuery = z.strictObject({
  ...paging,
  /** The id of a period; the first of the board’s without it. */
  period: z.optional(Id),
  /** The field of a board that has several; the caller’s own without it, and for a partner no other. */
  group: z.optional(line(100)),
  /** `me` begins with the page on which the caller stands in the middle. */
  around: z.optional(z.enum(['me'])),
})
export type BoardEntryQuery = z.infer<typeof BoardEntryQuery>

/** The query of the caller’s own place. */
export const BoardMineQuery = z.strictObject({
  /** The id of a period; the first of the board’s without it. */
  period: z.optional(Id),
})
export type BoardMineQuery = z.infer<typeof BoardMineQuery>

/** The caller’s choice on a board. */
export const BoardMinePatch = z.strictObject({
  /** Whether others see name and value, at once and in every period. */
  visible: z.boolean(),
})
export type BoardMinePatch = z.infer<typeof BoardMinePatch>

/** The query of the points behind a rank. */
export const BoardPointQuery = z.strictObject({
  ...paging,
  /** The id of a period; the first of the board’s without it. */
  period: z.optional(Id),
})
export type BoardPointQuery = z.infer<typeof BoardPointQuery>
