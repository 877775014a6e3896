import type { Routes } from '@prmkit/contract'
import type { Calls } from './calls.ts'
import { follow, type LiveEvent, type Place } from './event-stream.ts'
import { backoff, wait } from './pause.ts'
import type { Backend } from './transport.ts'

/** A message between the tabs of one user and backend. */
type Note =
  | { readonly kind: 'hello' }
  | {
      readonly kind: 'heard'
      readonly event?: LiveEvent | undefined
      readonly lastId: string | undefined
    }
  | { readonly kind: 'logout' }

/** The client, as its stream sees it. */
export interface LiveClient extends Calls<Pick<Routes, 'me'>> {
  readonly baseUrl: string
  close(): void
}

/** The listeners of a client, as the stream sees them. */
export interface Audience {
  /** The place that the stream should begin at. */
  since(): string | undefined
  /** Says that the stream flows from a place on; without one, that anything may have been missed. */
  begin(at: string | undefined): void
  deliver(event: LiveEvent): void
}

/** A running share of the one stream. */
export interface Live {
  /** Ends the sessions of the user's other tabs. */
  logout(): void
}

/**
 * Takes part in the one stream of a browser, user and backend: over HTTP/1.1 six streams would stop
 * every other call. A visible tab that holds the lock reads it and tells the others.
 */
export async function join(
  client: LiveClient,
  backend: Backend,
  audience: Audience,
  place: Place,
  signal: AbortSignal,
  onJoin: (live: Live) => void,
): Promise<void> {
  const name = await nameOf(client, signal)
  const channel = openChannel(name)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const tell = (note: Note) => channel?.postMessage(note)
  let leading = false
  let flowing = false
  onJoin({
    logout() {
      // A channel for this alone: the one above is closed once nobody listens any more.
      const farewell = openChannel(name)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      farewell?.postMessage({ kind: 'logout' } satisfies Note)
      farewell?.close()
    },
  })

  channel?.addEventListener('message', ({ data: note }: MessageEvent<Note | undefined>) => {
    // Any script of the page may write here.
    if (!note) return
    if (note.kind === 'logout') client.close()
    else if (note.kind === 'hello') {
      if (leading && flowing) tell({ kind: 'heard', lastId: place.lastId })
    } else if (note.kind === 'heard' && !leading) {
      place.lastId = note.lastId ?? place.lastId
      // No note holds the changes from before this tab listened.
      if (!flowing) audience.begin(note.event ? undefined : note.lastId)
      else if (note.event) audience.deliver(note.event)
      flowing = true
    }
  })
  tell({ kind: 'hello' })

  try {
    while (!signal.aborted) {
      const shown = await whenShown(signal)
      await withLock(name, shown, async () => {
        leading = true
        place.lastId ??= audience.since()
        const share = (event: LiveEvent | undefined) => {
          flowing = true
          if (event) audience.deliver(event)
          tell({ kind: 'heard', event, lastId: place.lastId })
        }
        const begin = () => audience.begin(place.lastId)
        await follow(backend, place, { begin, deliver: share }, shown).finally(
          () => (leading = false),
        )
      })
    }
  } finally {
    channel?.close()
  }
}

/** The same in every tab of a user; asking again is the only way on without it. */
async function nameOf(client: LiveClient, signal: AbortSignal): Promise<string> {
  for (let retry = 1; ; retry++)
    try {
      const { user, partner } = await client.me.get({}, { signal })
      return ['prmkit', client.baseUrl, user.id, partner?.id].join(' ')
    } catch {
      signal.throwIfAborted()
      await wait(5_000 * Math.min(retry, 12) + backoff(retry), signal)
    }
}

/** Resolves once the tab is visible, to a signal that aborts when it is hidden again. */
async function whenShown(signal: AbortSignal): Promise<AbortSignal> {
  const { document } = globalThis
  if (!document) return signal
  const change = () =>
    new Promise<void>((resolve) => {
      document.addEventListener('visibilitychange', () => resolve(), { once: true, signal })
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
  while (document.hidden && !signal.aborted) await change()
  const hiding = new AbortController()
  void change().then(() => hiding.abort())
  return AbortSignal.any([signal, hiding.signal])
}

/** Runs the work while this tab alone has the lock; sandboxed frames have none and do without. */
async function withLock(name: string, signal: AbortSignal, work: () => Promise<void>) {
  let granted = false
  const run = async () => {
    granted = true
    if (!signal.aborted) await work()
  }
  try {
    await navigator.locks.request(name, { signal }, run)
  } catch {
    if (!granted && !signal.aborted) await run()
  }
}

function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name)
  } catch {
    return undefined
  }
}
