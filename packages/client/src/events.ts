import type { Client } from './client.ts'
import type { LiveEvent } from './event-stream.ts'
import type { Live } from './live.ts'
import { backoff, wait } from './pause.ts'
import type { Backend } from './transport.ts'

/** The changes at the backend, as they happen. */
export interface Events {
  /**
   * Calls the listener for every event until the function it returns is called. The first thing it
   * hears is `resync`, once nothing can be missed any more: fetch then what was fetched before.
   */
  subscribe(listener: (event: LiveEvent) => void): () => void
}

/** The events of a client: the stream opens with the first listener and closes with the last. */
export function createEvents(
  client: () => Client,
  backend: Backend,
): Events & { logout: () => void } {
  const listeners = new Set<(event: LiveEvent) => void>()
  let stop: AbortController | undefined
  let live: Live | undefined
  let flowing = false

  const tell = (listener: (event: LiveEvent) => void, event: LiveEvent) => {
    try {
      listener(event)
    } catch (error) {
      backend.diagnose({ type: 'host-error', error })
    }
  }
  const deliver = (event: LiveEvent) => {
    flowing = true
    for (const listener of listeners) tell(listener, event)
  }

  return {
    subscribe(listener) {
      // A function of its own, so that one listener may be there twice.
      const entry = (event: LiveEvent) => listener(event)
      listeners.add(entry)
      if (flowing) queueMicrotask(() => listeners.has(entry) && tell(entry, { type: 'resync' }))
      if (!stop) {
        stop = new AbortController()
        const signal = AbortSignal.any([stop.signal, backend.session.signal])
        // Nothing but the signal ends it early.
        loadLive(signal)
          .then(({ join }) => join(client(), backend, deliver, signal, (joined) => (live = joined)))
          .catch(() => {})
      }
      return () => {
        listeners.delete(entry)
        if (listeners.size > 0) return
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
async function loadLive(signal: AbortSignal): Promise<typeof import('./live.ts')> {
  if (globalThis.document) await wait(pause, signal)
  for (let retry = 1; ; retry++)
    try {
      return await import('./live.ts')
    } catch {
      await wait(5_000 + backoff(retry), signal)
    }
}
