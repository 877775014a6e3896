/** How long to wait before the given retry (1, 2 …): full jitter over a doubling range, in milliseconds. */
export function backoff(retry: number): number {
  return Math.random() * Math.min(10_000, 250 * 2 ** retry)
}

/** Milliseconds that an answer asks to wait for, as far as its headers say. */
export function askedDelay(headers: Headers): number | undefined {
  const after = headers.get('retry-after')
  if (after !== null) return /^\d+$/.test(after) ? Number(after) * 1000 : until(Date.parse(after))
  // The structured field of draft-ietf-httpapi-ratelimit-headers-10: "policy";r=remaining;t=seconds
  const spent = (headers.get('ratelimit') ?? '')
    .split(',')
    .filter((limit) => /;\s*r=0\b/.test(limit))
    .map((limit) => Number(/;\s*t=(\d+)/.exec(limit)?.[1] ?? 0))
  if (spent.length > 0) return Math.max(...spent) * 1000
  const reset = Number(headers.get('ratelimit-reset') ?? headers.get('x-ratelimit-reset') ?? NaN)
  // A legacy reset is seconds from now, or since 1970.
  return reset > 1e9 ? until(reset * 1000) : until(Date.now() + reset * 1000)
}

function until(instant: number): number | undefined {
  return Number.isNaN(instant) ? undefined : Math.max(0, instant - Date.now())
}

/** Statuses after which the same request may well succeed. */
export function isPassing(status: number): boolean {
  return status >= 500 ? status !== 501 : [408, 425, 429].includes(status)
}
