import { orAbort, wait } from './wait.ts'

/** A request and what decides over its repetitions. */
export interface Plan<T> {
  readonly url: string
  readonly init: RequestInit & { readonly method: string; readonly signal: AbortSignal }
  /** Runs before every attempt, and not on its time. */
  readonly prepare: () => Promise<void>
  /** One attempt: sends the request and reads the answer to its end. */
  readonly send: (request: Request) => Promise<T>
  /** Milliseconds until the next attempt, or undefined to leave it at this error. */
  readonly delayAfter: (error: unknown, retry: number) => Promise<number | undefined>
  /** The error of an attempt that takes too long. */
  readonly late: () => Error
  readonly timeouts: { readonly attempt: number; readonly total: number }
}

/** Makes attempts until one succeeds or repeating makes no sense. */
export async function makeAttempts<T>(plan: Plan<T>): Promise<T> {
  const { url, init, prepare, send, delayAfter, late, timeouts } = plan
  const end = Date.now() + timeouts.total
  for (let retry = 1; ; retry++) {
    await prepare()
    const stop = new AbortController()
    const left = Math.max(0, Math.min(timeouts.attempt, end - Date.now()))
    const timer = setTimeout(() => stop.abort(late()), left)
    const signal = AbortSignal.any([init.signal, stop.signal])
    try {
      return await orAbort(send(new Request(url, { ...init, signal })), signal)
    } catch (caught) {
      const error = stop.signal.aborted ? stop.signal.reason : caught
      const delay = await delayAfter(error, retry)
      if (delay === undefined) throw error
      await wait(delay, init.signal)
    } finally {
      clearTimeout(timer)
    }
  }
}
