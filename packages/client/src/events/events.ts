import type { Audience, Late, LateClient, LiveEvent, Place } from '../late.ts'
import { firstOf, patiently, wait } from '../pause.ts'
import type { Backend } from '../transport.ts'

/** The changes at the backend, as they happen. */
export interface Events {
  /**
   * Calls the listener for every event until the function it returns is called. `since` names the
   * page of a list that the listener shows: it hears everything that changed after that. Without it, or
   * where its place is not known any more, the listener begins with `resync`: fetch then what was
   * fetched before.
   */
  subscribe(listener: (event: LiveEvent) => void, options?: SubscribeOptions): () => void
}

/** The settings of one listener. */
export interface SubscribeOptions {
  /** The page of a list that the listener shows, as the client gave it. */
  readonly since?: object | undefined
}

interface Entry {
  readonly listener: (event: LiveEvent) => void
  readonly since: string | undefined
  begun: boolean
}

/** The events of a client: the stream opens with the first listener and closes with the last. */
export function createEvents(
  client: () => LateClient,
  backend: Backend,
  load: Late['background'],
  positionOf: (page: object) => string | undefined,
): Events {
  const entries = new Set<Entry>()
  let stop: AbortController | undefined
  let flowing = false
  let place: Place = { lastId: undefined, retry: 0 }

  function tell(entry: Entry, event: LiveEvent) {
    entry.begun ||= event.type === 'resync'
    try {
      entry.listener(event)
    } catch (error) {
      backend.diagnose({ type: 'host-error', error })
    }
  }

  function begin(entry: Entry, at: string | undefined) {
    if (entry.begun) return
    entry.begun = true
    if (at === undefined || at !== entry.since) tell(entry, { type: 'resync' })
  }

  const audience: Audience = {
    since: () => entries.values().next().value?.since,
    begin(at) {
      flowing = true
      for (const entry of entries) begin(entry, at)
    },
    deliver(event) {
      flowing = true
      for (const entry of entries) tell(entry, event)
    },
  }

  return {
    subscribe(listener, { since } = {}) {
      const entry: Entry = { listener, since: since && positionOf(since), begun: false }
      entries.add(entry)
      if (flowing) queueMicrotask(() => entries.has(entry) && begin(entry, place.lastId))
      if (!stop) {
        stop = new AbortController()
        place = { lastId: undefined, retry: 0 }
        const [signal] = firstOf(stop.signal, backend.session.signal)
        // Only the signal ends this pause early.
        Promise.resolve(globalThis.document && wait(pause, signal))
          .then(() => patiently(load, signal))
          .then(({ join }) => join(client(), backend, audience, place, signal))
          .catch(() => {})
      }
      return () => {
        entries.delete(entry)
        if (entries.size > 0) return
        stop?.abort()
        stop = undefined
        flowing = false
      }
    },
  }
}

/** Milliseconds in which a page shows what it fetched, before it listens to what changes. */
const pause = 1000
