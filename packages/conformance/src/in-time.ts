import { AssertionError } from 'node:assert'
import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout } from 'node:timers/promises'

/** A check while it runs. */
interface Running {
  /** Its time is up: it sends nothing more. */
  over: boolean
  /** Milliseconds for which the backend asked it to wait. */
  waited: number
  /** A limit of the backend that the kit does not wait for. */
  limited?: string
}

const running = new AsyncLocalStorage<Running>()

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
  const state: Running = { over: false, waited: 0 }
  const start = performance.now()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
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

/** Sends the requests of a check while it runs, again where the backend asks it to wait a while. */
export function patiently(
  send: typeof fetch,
  sleep: (milliseconds: number) => Promise<unknown> = setTimeout,
): typeof fetch {
  return async (input, init) => {
    const state = running.getStore()
    for (let attempt = 1; ; attempt++) {
      if (state?.over) throw new Error('The check is over.')
      const again = input instanceof Request ? input.clone() : input
      const answer = await send(again, init)
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
