import { versionPrefix } from '@prmkit/contract'
import type { Slips } from './slips.ts'

/** The requests of a check and their answers, as evidence for the developer of the backend. */
export interface Trace {
  fetch: typeof fetch
  /** Forgets what was asked before. */
  clear(): void
  /** Shows the requests until now also after others: they are the evidence of a fault. */
  pin(): void
  /** The last requests, one a line. */
  toString(): string
}

/** How many requests are shown; the one that matters is among the last. */
const shown = 6

/** Notes every request that passes through a `fetch`. */
export function traceOf(send: typeof fetch, note: Slips['note']): Trace {
  let lines: string[] = []
  let pinned: readonly string[] | undefined
  return {
    async fetch(input, init) {
      const request = new Request(input, init)
      const noted = lines
      const at = noted.push(`${describe(request)} → no answer`) - 1
      const response = await send(request)
      note(request, response)
      const id = response.headers.get('Request-Id')
      noted[at] = `${describe(request)} → ${response.status}${id ? ` (${id})` : ''}`
      return response
    },
    clear() {
      lines = []
      pinned = undefined
    },
    pin() {
      pinned ??= [...lines]
    },
    toString() {
      const asked = pinned ?? lines
      const left = asked.length - shown
      const before = left > 0 ? [`… ${left} before`] : []
      return [...before, ...asked.slice(-shown)].join('\n')
    },
  }
}

/** No query of a signed address: it is a secret for a while. */
function describe({ method, url }: Request): string {
  const { pathname, search } = new URL(url)
  const own = pathname.includes(`${versionPrefix}/deals`) || pathname.includes('/event-log')
  return `${method} ${pathname}${own ? search : ''}`
}
