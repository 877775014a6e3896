import type { LiveEvent } from '@prmkit/client'
import type { Client } from './portal.ts'

/** The records to follow, and the reader of their changes. */
export interface Followed<Item> {
  /** The name of the resource in events, such as `cases`. */
  readonly resource: string
  /** The page of a list that is shown; what changed since it was read is told. */
  readonly since?: object | undefined
  /** Tells whether a record is to be followed; all are unless given. */
  isWanted?(id: string): boolean
  /** Fetches one record. */
  get(id: string, signal: AbortSignal): Promise<Item>
  /** Takes a record that changed, as it is now. */
  changed(item: Item): void
  /** Fetches everything anew, where more changed than is told. */
  stale(): unknown
}

// More changes at once than this are fetched as a list.
const most = 5

/** Follows the backend's events and fetches the records that they name, until the signal. */
export function followChanges<Item>(
  client: Pick<Client, 'events'>,
  signal: AbortSignal,
  followed: Followed<Item>,
): void {
  const waiting = new Set<string>()
  let isStale = false
  let busy = false

  const fetch = async (id: string) => {
    try {
      followed.changed(await followed.get(id, signal))
    } catch {
      // The record is deleted or out of sight, which the list knows.
      if (!signal.aborted) await followed.stale()
    }
  }
  const work = async () => {
    if (busy) return
    busy = true
    while ((isStale || waiting.size) && !signal.aborted) {
      const ids = [...waiting]
      const all = isStale || ids.length > most
      waiting.clear()
      isStale = false
      if (all) await followed.stale()
      else await Promise.all(ids.map(fetch))
    }
    busy = false
  }
  const hear = (event: LiveEvent) => {
    if (!('resourceId' in event)) isStale = true
    else if (
      event.resource === followed.resource &&
      (followed.isWanted?.(event.resourceId) ?? true)
    )
      waiting.add(event.resourceId)
    void work()
  }
  const stop = client.events.subscribe(hear, { since: followed.since })
  signal.addEventListener('abort', stop)
}
