import ky, { isTimeoutError } from 'ky'

/** A request and what decides over its repetitions. */
export interface Plan<T> {
  readonly url: string
  readonly init: RequestInit & { readonly method: string; readonly signal: AbortSignal }
  /** Runs before every attempt, on the time of the whole call only. */
  readonly prepare: () => Promise<void>
  /** One attempt: sends the request and reads the answer to its end. */
  readonly send: (request: Request) => Promise<T>
  /** Milliseconds until the next attempt, or undefined to leave it at this error. */
  readonly delayAfter: (error: unknown, retry: number) => Promise<number | undefined>
  /** The error of an attempt, or a call, that takes too long. */
  readonly late: () => Error
  readonly timeouts: { readonly attempt: number; readonly total: number }
  readonly retries: number
}

/** Makes attempts until one succeeds; ky keeps the time, repeats the request and hears the signal. */
export async function makeAttempts<T>(plan: Plan<T>): Promise<T> {
  const { url, init, prepare, send, delayAfter, late, timeouts } = plan
  const results: T[] = []
  let delay = 0
  await prepare()
  try {
    await ky(url, {
      ...init,
      fetch: async (request) => {
        results[0] = await send(request as Request)
        return Response.json(null)
      },
      timeout: timeouts.attempt,
      totalTimeout: timeouts.total,
      retry: {
        // A call that got a new token is repeated once more.
        limit: plan.retries + 1,
        methods: [init.method as 'get'],
        async shouldRetry({ error, retryCount }) {
          const next = await delayAfter(isTimeoutError(error) ? late() : error, retryCount)
          delay = next ?? 0
          return next !== undefined
        },
        delay: () => delay,
        jitter: undefined,
        backoffLimit: Infinity,
      },
      hooks: { beforeRetry: [prepare] },
    })
  } catch (error) {
    throw isTimeoutError(error) ? late() : error
  }
  return results[0] as T
}
