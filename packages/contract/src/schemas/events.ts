import * as z from 'zod/mini'
import { Id } from './common.ts'

/** The name of a change; the reader fetches the record under its own rights. */
export const Event = z.object({
  /** The event’s place in the log. */
  id: z.string(),
  /** The kind of change, for example `deal.approved`. */
  type: z.string(),
  /** The resource’s name in the route table, for example `deals`. */
  resource: z.string(),
  /** The record that changed. */
  resourceId: Id,
  /** The record’s revision after the change. */
  revision: z.int(),
})
export type Event = z.infer<typeof Event>
/** One page of the event log. */
export const EventLogPage = z.object({
  /** The events in their order. */
  items: z.array(Event),
  /** Whether there are more events after these. */
  more: z.boolean(),
})
