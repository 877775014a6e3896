import * as z from 'zod/mini'
import { Id, line, paging } from './common.ts'

/** What changed; the reader fetches the record under its own rights. */
export const Event = z.object({
  id: z.string(),
  type: z.string(),
  /** The resource’s name in the route table, for example `deals`. */
  resource: z.string(),
  resourceId: Id,
  revision: z.int(),
})
export type Event = z.infer<typeof Event>

/** `after` is the id of the last event that was read; without it, from the oldest kept. */
export const EventLogQuery = z.strictObject({ limit: paging.limit, after: z.optional(line(100)) })
export const EventLogPage = z.object({ items: z.array(Event), more: z.boolean() })
