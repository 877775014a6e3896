import type { Event } from '@prmkit/contract'
import type { Handlers } from '../http/call.ts'
import { ProblemError } from '../problem.ts'
import { eventOwned } from '../rules/owned.ts'
import { isVisible } from '../rules/visibility.ts'
import type { EventRecord } from '../store/records.ts'
import { eventStream, type SliceReader } from './event-stream.ts'

export function showEvent(event: EventRecord & { id: string }): Event {
  const { id, type, resource, resourceId, revision } = event
  return { id, type, resource, resourceId, revision }
}

export function events(slices: SliceReader, closing: AbortSignal): Handlers<'events'> {
  return { stream: (call) => eventStream(call, slices, closing) }
}

/** The vendor's systems see what the vendor sees. */
const isSentIn = (event: EventRecord) => isVisible({ kind: 'all' }, eventOwned(event))

export const eventLog: Handlers<'eventLog'> = {
  async list({ tables, query }) {
    const { after, limit = 100 } = query
    let slice = await tables.events.after(after, limit)
    // A page without anything to show gives no place to go on from, so look further.
    while (slice?.more && !slice.events.some(isSentIn))
      slice = await tables.events.after(slice.next, limit)
    if (!slice)
      throw new ProblemError(
        'not-found',
        'The place that “after” names is unknown or no longer kept. Begin without it and compare all records.',
      )
    return { body: { items: slice.events.filter(isSentIn).map(showEvent), more: slice.more } }
  },
}
