import ky, { isTimeoutError } from 'ky'
import { wait } from './wait.ts'

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

/**
 * Makes attempts until one succeeds or repeating makes no sense. ky makes each one; its own retries
 * would clone every request, leave a broken body unnoticed and not know the contract's rules.
 */
export async function makeAttempts<T>(plan: Plan<T>): Promise<T> {
  const { url, init, prepare, send, delayAfter, late, timeouts } = plan
  const end = Date.now() + timeouts.total
  for (let retry = 1; ; retry++) {
    await prepare()
    try {
      let result: T | undefined
      await ky(url, {
        ...init,
        fetch: async (request) => {
          result = await send(request as Request)
          return new Response()
        },
        timeout: Math.max(0, Math.min(timeouts.attempt, end - Date.now())),
        retry: 0,
      })
      return result as T
    } catch (caught) {
      const error = isTimeoutError(caught) ? late() : caught
      const delay = await delayAfter(error, retry)
      if (delay === undefined) throw error
      await wait(delay, init.signal)
    }
  }
}
