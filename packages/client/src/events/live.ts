import { userName } from '../client.ts'
import { openChannel } from '../session/logout.ts'
import { follow } from './event-stream.ts'
import type { Audience, LateClient, LiveEvent, Place } from '../late.ts'
import { firstOf, listen, patiently } from '../pause.ts'
import type { Backend } from '../transport.ts'

/** A message between the tabs of one user and backend. */
type Note =
  | { readonly kind: 'hello' }
  | {
      readonly kind: 'heard'
      readonly event?: LiveEvent | undefined
      readonly lastId: string | undefined
    }

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
): Promise<void> {
  // Every tab of a user needs this name, so that a failure is asked again until it succeeds.
  const me = await patiently(() => client.me.get({}, { signal }), signal)
  const name = userName(client, me)
  const channel = openChannel(name)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  const tell = (note: Note) => channel?.postMessage(note)
  let leading = false
  let flowing = false

  channel?.addEventListener('message', ({ data: note }: MessageEvent<Note | undefined>) => {
    // Any script of the page may write here.
    if (!note) return
    if (note.kind === 'hello') {
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

/** Resolves once the tab is visible, to a signal that aborts when it is hidden again. */
async function whenShown(signal: AbortSignal): Promise<AbortSignal> {
  const { document } = globalThis
  if (!document) return signal
  const hiding = new AbortController()
  const [shown] = firstOf(signal, hiding.signal)
  let seen = false
  await new Promise<void>((resolve) => {
    const look = () => {
      if (document.hidden && seen) hiding.abort()
      seen ||= !document.hidden
      if (seen || signal.aborted) resolve()
    }
    listen(document, 'visibilitychange', look, shown)
    shown.addEventListener('abort', look)
    look()
  })
  return shown
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
