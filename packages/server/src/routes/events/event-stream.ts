import { problemCodes, type Routes } from '@prmkit/contract'
import type { Call, Handlers } from '../../http/call.ts'
import { ProblemError } from '../../problem.ts'
import { maySee } from '../../rules/shared/callers.ts'
import type { EventSlice, Store } from '../../store/store.ts'
import { showEvent } from './event-log.ts'

const batch = 200
/** Milliseconds a browser waits before it connects again. */
const retry = 3000
const encoder = new TextEncoder()

/** Tells whether the token or the access has ended, which is no fault. */
function isOver(error: unknown): boolean {
  return error instanceof ProblemError && problemCodes[error.code] === 401
}

/** Reads the event log; streams at the same place share one read. */
export type SliceReader = (place: string) => Promise<EventSlice | undefined>

export function createSliceReader({ read }: Store): SliceReader {
  const running = new Map<string, Promise<EventSlice | undefined>>()
  return (place) => {
    const shared = running.get(place)
    if (shared) return shared
    const slice = read.events.after(place, batch).finally(() => running.delete(place))
    running.set(place, slice)
    return slice
  }
}

export function events(slices: SliceReader, closing: AbortSignal): Handlers<'events'> {
  const open = new Map<string, number>()
  return { stream: (call) => eventStream(call, slices, closing, open) }
}

/** Seconds after which a user with too many streams may ask again; a dead stream is noticed by then. */
const streamPause = 30

/** Counts a stream of a user in; answers the function that counts it out, or throws a 429. */
function countIn(open: Map<string, number>, userId: string, limit: number): () => void {
  const count = open.get(userId) ?? 0
  if (count >= limit)
    throw new ProblemError(
      'rate-limited',
      `${limit} event streams of this user are open; close one, or fetch from time to time.`,
      { headers: { 'retry-after': String(streamPause) } },
    )
  open.set(userId, count + 1)
  return () => {
    const left = (open.get(userId) ?? 1) - 1
    if (left > 0) open.set(userId, left)
    else open.delete(userId)
  }
}

/**
 * The events that the caller may see, as they are written (text/event-stream). The stream ends with the token,
 * soon after the session or the user's access ends, and when the server stops. A user may hold only
 * so many streams open in one process.
 */
async function eventStream(
  call: Call<Routes['events']['stream']>,
  slices: SliceReader,
  closing: AbortSignal,
  openStreams: Map<string, number>,
): Promise<Response> {
  const { services, authenticator, request } = call
  const { store, limits, log } = services
  const lastId = request.headers.get('last-event-id')
  const known = lastId !== null && lastId !== '' ? await slices(lastId) : undefined
  let place = known && lastId !== null ? lastId : await store.read.events.end()
  let { caller } = call
  let stop = () => {}

  const headers = {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  }
  if (request.method === 'HEAD') return new Response(null, { headers })
  const countOut = countIn(openStreams, caller.user.id, limits.streamsPerUser)
  const bytes = new ReadableStream<Uint8Array>({
    start(controller) {
      let working = false
      let again = false
      let open = true
      const send = (text: string) => controller.enqueue(encoder.encode(text))

      async function pump(): Promise<void> {
        if (working) {
          again = true
          return
        }
        working = true
        do {
          again = false
          caller = await authenticator.recheck(caller)
          const slice = await slices(place)
          if (!open) return
          if (!slice) {
            place = await store.read.events.end()
            if (!open) return
            send(`event: resync\nid: ${place}\ndata: {}\n\n`)
            continue
          }
          for (const event of slice.events)
            if (maySee(caller, event))
              send(`id: ${event.id}\ndata: ${JSON.stringify(showEvent(event))}\n\n`)
          place = slice.next
          again ||= slice.more
        } while (again && open)
        working = false
      }

      const wake = () =>
        void pump().catch((error: unknown) => {
          working = false
          if (open && !isOver(error))
            log.warn(
              { requestId: call.requestId, error: String(error) },
              'an event stream broke off',
            )
          stop()
        })
      const beat = setInterval(() => {
        if ((controller.desiredSize ?? 0) < -1000) return stop()
        send(`: beat\nid: ${place}\n\n`)
        wake()
      }, limits.heartbeat)
      const expiry = setTimeout(wake, Date.parse(caller.session.expiresAt) - services.clock() + 1)
      const unsubscribe = store.onEvents(wake)
      stop = () => {
        if (!open) return
        open = false
        countOut()
        clearInterval(beat)
        clearTimeout(expiry)
        unsubscribe()
        closing.removeEventListener('abort', stop)
        try {
          controller.close()
        } catch {
          // The reader has closed the stream already.
        }
      }
      closing.addEventListener('abort', stop)
      request.signal.addEventListener('abort', stop)
      send(`retry: ${retry}\nid: ${place}\n\n`)
      if (lastId !== null && lastId !== '' && !known)
        send(`event: resync\nid: ${place}\ndata: {}\n\n`)
      wake()
      if (request.signal.aborted) stop()
    },
    cancel: () => stop(),
  })
  return new Response(bytes, { headers })
}
