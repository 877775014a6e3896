import { newId } from '../ids.ts'
import type { Lease } from '../store/requests.ts'
import type { Store } from '../store/store.ts'

/** Milliseconds of silence after which a process counts as dead and others take over its keys. */
const silence = 5000
/** Milliseconds between two signs of life while a write runs. */
const beatEvery = 1500
/** A lease ends after this time, in milliseconds, even where its process still lives. */
const leaseTime = 30_000

/** The signs of life of this process, by which others tell that its leases still hold. */
export interface Heartbeat {
  /** The terms on which this process takes a key now; taking it is the first sign of life. */
  lease(): Lease
  /** Gives signs of life until the work ends. An idle process needs none. */
  during<Result>(work: Promise<Result>): Promise<Result>
}

/**
 * `clock` gives milliseconds since 1970. The clocks of all processes should agree to a second: where
 * they do not, a living process loses a key to a repeated request, and its own write takes no effect.
 */
export function createHeartbeat(
  store: Store,
  clock: () => number,
  onFailure: (error: unknown) => void,
): Heartbeat {
  const processId = newId('process')
  const iso = (at: number) => new Date(at).toISOString()
  let running = 0
  let timer: ReturnType<typeof setInterval> | undefined

  const beat = () =>
    store
      .write(({ idempotency }) => idempotency.beat(processId, iso(clock())))
      .catch((error: unknown) => onFailure(error))

  return {
    lease() {
      const at = clock()
      return { processId, until: iso(at + leaseTime), aliveSince: iso(at - silence) }
    },
    async during(work) {
      running += 1
      timer ??= setInterval(() => void beat(), beatEvery)
      try {
        return await work
      } finally {
        running -= 1
        if (running === 0) {
          clearInterval(timer)
          timer = undefined
        }
      }
    },
  }
}
