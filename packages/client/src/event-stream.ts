import { routeList } from '@prmkit/contract/route-list'
import { readAnswer } from './answer.ts'
import { isPrmError } from './errors.ts'
import type { LiveEvent, Place } from './late.ts'
import { addressOf, operationOf } from './operation.ts'
import { backoff, wait } from './pause.ts'
import { messagesOf, type Message } from './sse.ts'
import { send, type Backend } from './transport.ts'

const operation = operationOf('events', 'stream', routeList.events.stream)

/**
 * Milliseconds: until a stream must begin, without a sign of life, to count as one that works, and
 * between two ticks.
 */
const patience = { begin: 10_000, heartbeat: 40_000, proven: 5_000, tick: 10_000 }

/** The reader of a stream. */
export interface Reader {
  /** Hears that the stream flows from its place on. */
  begin(): void
  /** Hears an event, or nothing when only the place in the stream moved. */
  deliver(event: LiveEvent | undefined): void
}

/** Holds the stream until the signal, coming back after every break; where none can be had, ticks `resync`. */
export async function follow(
  backend: Backend,
  place: Place,
  reader: Reader,
  signal: AbortSignal,
): Promise<void> {
  const { diagnose } = backend
  let ticked = 0
  for (let failures = 0; !signal.aborted;) {
    const began = Date.now()
    // Without a place, what happened before the stream opened is lost.
    const missed = place.lastId === undefined
    const code = await connect(backend, place, reader, signal, missed)
    if (signal.aborted) return
    failures = Date.now() - began > patience.proven && code === 'ended' ? 0 : failures + 1
    const polling = failures > 1
    diagnose({ type: 'stream', state: polling ? 'polling' : 'closed', code })
    if (polling && Date.now() - ticked > patience.tick && globalThis.navigator?.onLine !== false) {
      ticked = Date.now()
      reader.deliver({ type: 'resync' })
    }
    await pause(Math.min(place.retry, 60_000) + backoff(failures + 1), signal)
  }
}

/** One connection, until it ends; resolves to `ended`, or the code of what was in the way. */
async function connect(
  backend: Backend,
  place: Place,
  { begin, deliver }: Reader,
  outer: AbortSignal,
  missed: boolean,
): Promise<string> {
  const stop = new AbortController()
  const signal = AbortSignal.any([outer, stop.signal])
  let watchdog: ReturnType<typeof setTimeout> | undefined
  const watch = () => {
    clearTimeout(watchdog)
    watchdog = setTimeout(() => stop.abort(), patience.heartbeat)
  }
  try {
    const body = await open(backend, place, signal)
    backend.diagnose({ type: 'stream', state: 'open' })
    if (missed) deliver({ type: 'resync' })
    else begin()
    watch()
    for await (const message of messagesOf(body, watch)) {
      const event = readEvent(message)
      place.lastId = message.id ?? place.lastId
      place.retry = message.retry ?? place.retry
      if (event || message.id !== undefined) deliver(event)
    }
    return 'ended'
  } catch (error) {
    if (isPrmError(error)) return error.code
    return 'ended'
  } finally {
    clearTimeout(watchdog)
    stop.abort()
  }
}

function open(
  backend: Backend,
  { lastId }: Place,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  return send(backend, {
    operation,
    url: addressOf(backend.base, operation, {}),
    headers: {
      accept: 'text/event-stream',
      ...(lastId === undefined ? {} : { 'last-event-id': lastId }),
    },
    signal,
    timeouts: { attempt: patience.begin, total: false },
    // How long to wait before the next connection is for `follow` to say.
    retries: 0,
    async read(response) {
      const type = response.headers.get('content-type') ?? ''
      if (response.body && type.startsWith('text/event-stream')) return response.body
      await readAnswer(operation, response)
      throw new Error('no event stream')
    },
  })
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
