import type { Client } from '@prmkit/client'
import type { Me } from '@prmkit/contract'

/** Milliseconds after which an answer is asked for anew. */
const fresh = 300_000

/**
 * Lets all widgets of a portal share one answer of discovery and one of `me`, for each language.
 * `told` hears of each user that `me` names. Failures are not kept, and a `resync` of the event stream drops both, as does the function that is
 * returned.
 */
export function shareReads(
  client: Client,
  locale: () => string | undefined,
  told: (me: Me) => void,
): () => void {
  const both = [share(client.discovery, locale), share(client.me, locale, told)]
  const clear = () => both.forEach((drop) => drop())
  const { events } = client
  const subscribe = events.subscribe.bind(events)
  events.subscribe = (listener, options) =>
    subscribe((event) => {
      if (event.type === 'resync') clear()
      listener(event)
    }, options)
  return clear
}

interface Options {
  readonly signal?: AbortSignal | undefined
}

interface Shared<T> {
  readonly answer: Promise<T>
  readonly language: unknown
  readonly at: number
  settled: boolean
}

function share<T>(
  part: { readonly get: (input?: object, options?: Options) => Promise<T> },
  locale: () => string | undefined,
  told?: (answer: T) => void,
): () => void {
  const { get } = part
  let kept: Shared<T> | undefined
  const shared = async (input?: object, { signal }: Options = {}) => {
    signal?.throwIfAborted()
    const language = locale()
    if (kept && (kept.language !== language || Date.now() - kept.at > fresh)) kept = undefined
    kept ??= { answer: get(input), language, at: Date.now(), settled: false }
    const mine = kept
    mine.answer.then(
      (answer) => {
        mine.settled = true
        told?.(answer)
      },
      () => kept === mine && (kept = undefined),
    )
    // One widget that leaves does not end the call of the others.
    const left = new Promise<never>((_, reject) =>
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true }),
    )
    return Promise.race([mine.answer, left])
  }
  Object.assign(part, { get: shared })
  return () => {
    // An answer that is still on its way is new enough.
    if (kept?.settled) kept = undefined
  }
}
