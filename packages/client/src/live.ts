import { userName } from './client.ts'
import { follow } from './event-stream.ts'
import type { Audience, LateClient, Live, LiveEvent, Place } from './late.ts'
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

/**
 * Takes part in the one stream of a browser, user and backend: over HTTP/1.1 six streams would stop
 * every other call. A visible tab that holds the lock reads it and tells the others.
 */
export async function join(
  client: LateClient,
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
async function nameOf(client: LateClient, signal: AbortSignal): Promise<string> {
  for (let retry = 1; ; retry++)
    try {
      return userName(client, await client.me.get({}, { signal }))
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
