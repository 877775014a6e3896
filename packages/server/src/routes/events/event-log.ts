import type { Event } from '@prmkit/contract'
import type { Handlers } from '../../http/call.ts'
import { ProblemError } from '../../problem.ts'
import { isVisible } from '../../rules/shared/visibility.ts'
import type { EventRecord } from '../../store/records.ts'

/** An event without the fields that decide who may learn of it. */
export function showEvent(event: EventRecord & { id: string }): Event {
  const { id, type, resource, resourceId, revision } = event
  return { id, type, resource, resourceId, revision }
}

/** The vendor's systems see the same events as the vendor's managers. */
const isSentIn = (event: EventRecord) => isVisible({ kind: 'all' }, event)

export const eventLog: Handlers<'eventLog'> = {
  async list({ tables, query }) {
    const { after, limit = 100 } = query
    let slice = await tables.events.after(after, limit)
    // A page with no event to show has no place to go on from, so the next slice is read.
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
