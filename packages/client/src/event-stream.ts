import type { Event } from '@prmkit/contract'
import { routeList } from '@prmkit/contract/route-list'
import { readAnswer } from './answer.ts'
import type { Backend } from './call.ts'
import { isPrmError } from './errors.ts'
import { sendThrough } from './middleware.ts'
import { addressOf, operationOf } from './operation.ts'
import { backoff } from './retry.ts'
import { messagesOf, type Message } from './sse.ts'
import { orAbort, wait } from './wait.ts'

/** Something changed and is to be fetched again, or, with `resync`, anything may have. */
export type LiveEvent =
  | Event
  | { readonly type: 'resync'; readonly resource?: undefined; readonly resourceId?: undefined }

/** Where a reader of the stream stands. */
export interface Place {
  lastId: string | undefined
  /** Milliseconds that the backend wants between two connections. */
  retry: number
}

const operation = operationOf('events', 'stream', routeList.events.stream)

/**
 * Milliseconds: until a stream must begin, without a sign of life, to count as one that works, and
 * between two ticks.
 */
const patience = { begin: 10_000, heartbeat: 40_000, proven: 5_000, tick: 10_000 }

/** Hears an event, or nothing when only the place in the stream moved. */
export type Deliver = (event: LiveEvent | undefined) => void

/** Holds the stream until the signal, coming back after every break; where none can be had, ticks `resync`. */
export async function follow(
  backend: Backend,
  place: Place,
  deliver: Deliver,
  signal: AbortSignal,
): Promise<void> {
  const { diagnose } = backend
  let ticked = 0
  for (let failures = 0; !signal.aborted;) {
    const began = Date.now()
    // Without a place, what happened before the stream opened is lost.
    const missed = place.lastId === undefined
    const code = await connect(backend, place, deliver, signal, missed)
    if (signal.aborted) return
    failures = Date.now() - began > patience.proven && code === 'ended' ? 0 : failures + 1
    const polling = failures > 1
    diagnose({ type: 'stream', state: polling ? 'polling' : 'closed', code })
    if (polling && Date.now() - ticked > patience.tick && globalThis.navigator?.onLine !== false) {
      ticked = Date.now()
      deliver({ type: 'resync' })
    }
    await pause(Math.min(place.retry, 60_000) + backoff(failures + 1), signal)
  }
}

/** One connection, until it ends; resolves to `ended`, or the code of what was in the way. */
async function connect(
  backend: Backend,
  place: Place,
  deliver: Deliver,
  outer: AbortSignal,
  missed: boolean,
): Promise<string> {
  const stop = new AbortController()
  const signal = AbortSignal.any([outer, stop.signal])
  let watchdog: ReturnType<typeof setTimeout> | undefined
  const watch = (milliseconds: number) => {
    clearTimeout(watchdog)
    watchdog = setTimeout(() => stop.abort(), milliseconds)
  }
  let opened = false
  try {
    const response = await open(backend, place, signal, () => watch(patience.begin))
    opened = true
    backend.diagnose({ type: 'stream', state: 'open' })
    if (missed) deliver({ type: 'resync' })
    watch(patience.heartbeat)
    for await (const message of messagesOf(response, () => watch(patience.heartbeat))) {
      const event = readEvent(message)
      place.lastId = message.id ?? place.lastId
      place.retry = message.retry ?? place.retry
      if (event || message.id !== undefined) deliver(event)
    }
    return 'ended'
  } catch (error) {
    if (isPrmError(error)) return error.code
    return opened ? 'ended' : stop.signal.aborted ? 'timeout' : 'network'
  } finally {
    clearTimeout(watchdog)
    stop.abort()
  }
}

async function open(
  { session, base, middleware, fetch }: Backend,
  { lastId }: Place,
  signal: AbortSignal,
  onSend: () => void,
): Promise<ReadableStream<Uint8Array>> {
  for (let replayed = false; ; replayed = true) {
    const token = await orAbort(session.token(), signal)
    const headers = new Headers({ accept: 'text/event-stream' })
    if (token) headers.set('authorization', `Bearer ${token}`)
    if (lastId !== undefined) headers.set('last-event-id', lastId)
    onSend()
    const request = new Request(addressOf(base, operation, {}), {
      headers,
      signal,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
    })
    const response = await orAbort(sendThrough(middleware, operation.name, request, fetch), signal)
    if (response.status === 401 && token) {
      if (!replayed && (await orAbort(session.replace(token), signal))) continue
      session.judge(false)
    }
    const type = response.headers.get('content-type') ?? ''
    if (response.ok && response.body && type.startsWith('text/event-stream')) {
      if (token) session.judge(true)
      return response.body
    }
    await readAnswer(operation, response)
    throw new Error('no event stream')
  }
}

function readEvent({ event, data }: Message): LiveEvent | undefined {
  if (event === 'resync') return { type: 'resync' }
  if (data === undefined) return undefined
  try {
    const read = JSON.parse(data)
    return typeof read?.type === 'string' && typeof read.resourceId === 'string' ? read : undefined
  } catch {
    return undefined
  }
}

/** Waits, but not longer than the device is without a network. */
async function pause(milliseconds: number, signal: AbortSignal) {
  const online = new AbortController()
  const wake = () => online.abort()
  globalThis.window?.addEventListener('online', wake, { signal: online.signal })
  await wait(milliseconds, AbortSignal.any([signal, online.signal])).catch(() => {})
  online.abort()
}
