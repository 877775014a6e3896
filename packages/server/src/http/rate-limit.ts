import { ProblemError } from '../problem.ts'
import type { Services } from '../services.ts'

interface Window {
  /** The number of requests that this process may let through before it asks the store again. */
  left: number
  resetAt: number
  remaining: number
}

/** Lets at most `limit` uses through in `seconds`, over all processes. */
export interface RateLimiter {
  /** Counts one use; answers the headers that tell how much is left, or throws a 429. */
  take(name: string): Promise<Record<string, string>>
}

/**
 * Counts in the store, which all processes share. A process takes uses in blocks, so that a request
 * seldom costs a write; the limit holds exactly, and what a process took and did not use is lost.
 */
export function createRateLimiter(
  services: Services,
  policy: string,
  limit: number,
  seconds: number,
  blocks = 20,
): RateLimiter {
  const { store, clock, now } = services
  const size = Math.max(1, Math.floor(limit / blocks))
  const windows = new Map<string, Window>()
  /** Requests that come together wait for one block, because a block for each would use up the limit. */
  const asking = new Map<string, Promise<Window>>()

  async function nextBlock(name: string): Promise<Window> {
    const hit = await store.write((tables) =>
      tables.rateLimits.hit(`${policy}:${name}`, seconds, now()),
    )
    const granted = hit.used * size <= limit ? size : 0
    return {
      left: granted,
      resetAt: Date.parse(hit.resetAt),
      remaining: Math.max(0, limit - hit.used * size),
    }
  }

  function isUsedUp({ left, remaining, resetAt }: Window): boolean {
    return resetAt <= clock() || (left === 0 && remaining >= size)
  }

  function ask(name: string): Promise<Window> {
    const answer = nextBlock(name)
      .then((window) => {
        windows.set(name, window)
        return window
      })
      .finally(() => asking.delete(name))
    asking.set(name, answer)
    return answer
  }

  function prune(): void {
    if (windows.size < 10_000) return
    for (const [name, window] of windows) if (window.resetAt <= clock()) windows.delete(name)
  }

  return {
    async take(name) {
      let window = windows.get(name)
      while (!window || isUsedUp(window)) {
        prune()
        window = await (asking.get(name) ?? ask(name))
      }
      const wait = Math.max(1, Math.ceil((window.resetAt - clock()) / 1000))
      const headers = (left: number) => ({
        'ratelimit-policy': `"${policy}";q=${limit};w=${seconds}`,
        ratelimit: `"${policy}";r=${left};t=${wait}`,
      })
      if (window.left === 0)
        throw new ProblemError(
          'rate-limited',
          `Wait ${wait} s; the limit is ${limit} in ${seconds} s.`,
          {
            headers: { 'retry-after': String(wait), ...headers(0) },
          },
        )
      window.left -= 1
      return headers(window.left + window.remaining)
    },
  }
}
