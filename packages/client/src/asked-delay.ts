/** The longest wait in milliseconds that an answer may ask for: longer numbers are mistakes. */
const longest = 120_000

/**
 * Milliseconds that an answer asks to wait for, as far as its headers say. Dates count from the
 * answer's own `Date`, since the clock of a device may be wrong.
 */
export function askedDelay(headers: Headers): number | undefined {
  const now = Date.parse(headers.get('date') ?? '') || Date.now()
  const delay = read(headers, now)
  return Number.isNaN(delay) ? undefined : Math.min(longest, Math.max(0, delay))
}

function read(headers: Headers, now: number): number {
  const after = headers.get('retry-after')
  if (after !== null) return /^[\d.]+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - now
  // The structured field of draft-ietf-httpapi-ratelimit-headers-10: "policy";r=remaining;t=seconds
  const spent = (headers.get('ratelimit') ?? '')
    .split(',')
    .filter((limit) => /;\s*r=0\b/.test(limit))
    .map((limit) => Number(/;\s*t=(\d+)/.exec(limit)?.[1] ?? 0))
  if (spent.length > 0) return Math.max(...spent) * 1000
  const reset = Number(headers.get('ratelimit-reset') ?? headers.get('x-ratelimit-reset') ?? NaN)
  // A legacy reset is seconds from now, or since 1970.
  return reset > 1e9 ? reset * 1000 - now : reset * 1000
}
