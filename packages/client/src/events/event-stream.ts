import { readAnswer } from '../answer.ts'
import { isPrmError } from '../errors.ts'
import type { LiveEvent, Place } from '../late.ts'
import { addressOf, operations } from '../operation.ts'
import { backoff, firstOf, listen, wait } from '../pause.ts'
import { messagesOf, type Message } from './sse.ts'
import { send, type Backend } from '../transport.ts'

const operation = operations.get('events.stream')!

/** Milliseconds that a stream is given. */
const patience = {
  /** Until the stream opens. */
  begin: 10_000,
  /** Until the first byte comes: the backend sends a beat every 15 s, unless a proxy holds it back. */
  first: 20_000,
  /** Until another sign of life comes. */
  heartbeat: 40_000,
  /** Until an open stream counts as one that works. */
  proven: 5_000,
  /** Between two ticks, which take the place of a stream. */
  tick: 10_000,
}

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
  let failures = 0
  const tick = () => {
    // Also a clock that was set back is no reason to be silent.
    if (failures < 2 || Math.abs(Date.now() - ticked) < patience.tick) return
    if (globalThis.navigator?.onLine === false) return
    ticked = Date.now()
    reader.deliver({ type: 'resync' })
  }
  while (!signal.aborted) {
    const began = Date.now()
    // Without a place, what happened before the stream opened is lost.
    const missed = place.lastId === undefined
    const code = await connect(backend, place, reader, signal, missed, tick)
    if (signal.aborted) return
    if (code === 'ended' && Math.abs(Date.now() - began) > patience.proven) failures = 0
    // A connection that is open and silent will be silent next time, so it counts twice.
    else failures += code === 'silent' ? 2 : 1
    diagnose({ type: 'stream', state: failures > 1 ? 'polling' : 'closed', code })
    tick()
    await pause(Math.min(place.retry, 60_000) + backoff(failures + 1), signal)
  }
}

/**
 * Holds one connection until it ends, and ticks while the connection brings nothing. Resolves to `ended`, to `silent`
 * where nothing came for longer than the backend keeps still, or to the code of what was in the way.
 */
async function connect(
  backend: Backend,
  place: Place,
  { begin, deliver }: Reader,
  outer: AbortSignal,
  missed: boolean,
  tick: () => void,
): Promise<string> {
  const stop = new AbortController()
  const [signal] = firstOf(outer, stop.signal)
  const ticking = setInterval(tick, patience.tick)
  let end = 'silent'
  let watchdog: ReturnType<typeof setTimeout> | undefined
  const watch = (milliseconds: number) => {
    clearTimeout(watchdog)
    watchdog = setTimeout(() => {
      end = 'silent'
      stop.abort()
    }, milliseconds)
  }
  const hear = () => {
    end = 'ended'
    clearInterval(ticking)
    watch(patience.heartbeat)
  }
  try {
    const body = await open(backend, place, signal)
    backend.diagnose({ type: 'stream', state: 'open' })
    if (missed) deliver({ type: 'resync' })
    else begin()
    watch(patience.first)
    for await (const message of messagesOf(body, hear, signal)) {
      const event = readEvent(message)
      place.lastId = message.id ?? place.lastId
      place.retry = message.retry ?? place.retry
      if (event || message.id !== undefined) deliver(event)
    }
    return end
  } catch (error) {
    return isPrmError(error) ? error.code : end
  } finally {
    clearTimeout(watchdog)
    clearInterval(ticking)
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
  listen(globalThis.window, 'online', wake, online.signal)
  await wait(milliseconds, firstOf(signal, online.signal)[0]).catch(() => {})
  wake()
}
