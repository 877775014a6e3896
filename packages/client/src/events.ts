import type { Audience, Late, LateClient, Live, LiveEvent, Place } from './late.ts'
import { backoff, wait } from './pause.ts'
import type { Backend } from './transport.ts'

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
): Events & { logout: () => void } {
  const entries = new Set<Entry>()
  let stop: AbortController | undefined
  let live: Live | undefined
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
        const signal = AbortSignal.any([stop.signal, backend.session.signal])
        // Nothing but the signal ends it early.
        patiently(load, signal)
          .then(({ join }) =>
            join(client(), backend, audience, place, signal, (joined) => (live = joined)),
          )
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
    logout: () => live?.logout(),
  }
}

/** Milliseconds in which a page shows what it fetched, before it listens to what changes. */
const pause = 1000

/** The code of the stream; a lost connection does not stop it. */
async function patiently<T>(load: () => Promise<T>, signal: AbortSignal): Promise<T> {
  if (globalThis.document) await wait(pause, signal)
  for (let retry = 1; ; retry++)
    try {
      return await load()
    } catch {
      await wait(5_000 + backoff(retry), signal)
    }
}
