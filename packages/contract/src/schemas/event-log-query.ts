import * as z from 'zod/mini'
import { line } from './common.ts'
import { paging } from './pages.ts'

/** The query of the event log. */
export const EventLogQuery = z.strictObject({
  /** The most events that the page holds. */
  limit: paging.limit,
  /** The id of the last event that was read; without it, from the oldest kept. */
  after: z.optional(line(100)),
})
