import { AssertionError } from 'node:assert'
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { Target } from './target.ts'

/** A check while it runs. */
interface Running {
  /** Ends the check at once with this error. */
  end: (error: unknown) => void
  /** Its time is up: it sends nothing more. */
  over: boolean
  /** Milliseconds for which the backend asked it to wait. */
  waited: number
  /** A limit of the backend that the kit does not wait for. */
  limited?: string
}

const running = new AsyncLocalStorage<Running>()

/** Tells that no answer began in time. */
export class Unanswered extends AssertionError {}

/** Seconds for which a check waits at most when the backend asks it to. */
const longestWait = 120

/** How often one request is repeated. */
const attempts = 10

/**
 * Runs a check for at most `limit` milliseconds, not counting those for which the backend asked it to
 * wait. Resolves to a limit of the backend that is too long to wait for, if one was met.
 */
export async function inTime(
  limit: number,
  work: () => Promise<void>,
): Promise<{ error?: unknown; limited?: string }> {
  const state: Running = { end: () => {}, over: false, waited: 0 }
  const start = performance.now()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    state.end = reject
    const look = () => {
      if (performance.now() - start - state.waited <= limit) return
      const message = `The check did not end within ${limit / 1000} s: an answer leads to ever more requests, or each takes too long.`
      reject(new AssertionError({ message }))
    }
    timer = setInterval(look, Math.min(500, limit / 4))
  })
  const ended: { error?: unknown } = await Promise.race([running.run(state, work), late]).then(
    () => ({}),
    (error: unknown) => ({ error }),
  )
  clearInterval(timer)
  state.over = true
  return { ...ended, ...(state.limited && { limited: state.limited }) }
}

const hasty = new WeakSet<object>()

/** Marks a request that takes a refusal for asking too often as its answer. */
export function inHaste(request: Request): Request {
  hasty.add(request)
  return request
}

/** The shortest patience, in milliseconds, with a backend that left requests without an answer. */
const leastPatience = 2000

/**
 * Sends the requests of a check while it runs, again where the backend asks it to wait a while. An
 * answer begins in time, half of it after each request that had none: a backend that hangs does so
 * in every check.
 */
export function patiently(
  send: typeof fetch,
  { patience = 30_000, sleep = pause }: Pick<Target, 'patience' | 'sleep'>,
): typeof fetch {
  let left = patience

  /** Not by a signal of the request, which would also end a stream that is being read. */
  async function answered(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      const within = left
      timer = setTimeout(() => {
        left = Math.min(left, Math.max(within / 2, leastPatience))
        const { method, url } = input instanceof Request ? input : new Request(input, init)
        const { pathname } = new URL(url)
        const message = `${method} ${pathname} had no answer within ${within / 1000} s.`
        reject(new Unanswered({ message }))
      }, within)
    })
    return Promise.race([send(input, init), late]).finally(() => clearTimeout(timer))
  }

  return async (input, init) => {
    const state = running.getStore()
    for (let attempt = 1; ; attempt++) {
      if (state?.over) throw new Error('The check is over.')
      const again = input instanceof Request ? input.clone() : input
      const answer = await answered(again, init)
      const wait = answer.status === 429 ? Number(answer.headers.get('Retry-After')) : 0
      if (!(wait > 0) || attempt === attempts || hasty.has(input as object)) return answer
      if (wait > longestWait) {
        const { pathname } = new URL(input instanceof Request ? input.url : input)
        if (state)
          state.limited = `The backend limits such requests: ${pathname} may be asked again in ${wait} s. Raise its limit for the users of the kit.`
        // Without these headers the client under the check does not wait either.
        const headers = new Headers(answer.headers)
        for (const name of ['Retry-After', 'RateLimit']) headers.delete(name)
        return new Response(answer.body, { status: answer.status, headers })
      }
      await answer.body?.cancel()
      const asked = performance.now()
      await sleep(wait * 1000)
      if (state) state.waited += performance.now() - asked
    }
  }
}

/** Ends the running check where no answer came: the client would call that a lost connection. */
export const endingTheCheck =
  (send: typeof fetch): typeof fetch =>
  (input, init) =>
    send(input, init).catch((error: unknown) => {
      if (error instanceof Unanswered) running.getStore()?.end(error)
      throw error
    })
