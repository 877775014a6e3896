/** How many wrong passwords an address may have before it has to wait. */
const free = 5
/** Milliseconds after which an address begins anew; also the longest wait. */
const memory = 15 * 60_000

interface Tries {
  wrong: number
  last: number
}

/** Counts wrong passwords by e-mail address, so that nobody tries them at full speed. */
export interface Attempts {
  /** Seconds that the next attempt for this address has to wait; 0 where it may be made now. */
  wait(email: string): number
  /** Notes a wrong password. */
  fail(email: string): void
  /** Forgets the wrong passwords of an address whose owner has signed in. */
  succeed(email: string): void
}

/** Keeps the count in this process: one site is one process here. */
export function countAttempts(now: () => number = Date.now): Attempts {
  const tries = new Map<string, Tries>()
  const of = (email: string) => email.trim().toLowerCase()
  const current = (email: string) => {
    const known = tries.get(of(email))
    return known && now() - known.last < memory ? known : undefined
  }
  return {
    wait(email) {
      const { wrong, last } = current(email) ?? { wrong: 0, last: 0 }
      if (wrong < free) return 0
      // 1, 2, 4 … seconds after the fifth, sixth, seventh wrong password.
      const pause = Math.min(1000 * 2 ** (wrong - free), memory)
      return Math.max(Math.ceil((last + pause - now()) / 1000), 0)
    },
    fail(email) {
      for (const [address, { last }] of tries) if (now() - last >= memory) tries.delete(address)
      tries.set(of(email), { wrong: (current(email)?.wrong ?? 0) + 1, last: now() })
    },
    succeed: (email) => void tries.delete(of(email)),
  }
}
