import { routes, versionPrefix, type Route } from '@prmkit/contract'

/** Headers that answers of a run lacked, each fault with the operations that had it. */
export interface Slips {
  /** Notes the headers of an answer. */
  note(request: Request, answer: Response): void
  readonly found: ReadonlyMap<string, ReadonlySet<string>>
}

interface Known {
  name: string
  method: string
  pattern: RegExp
  route: Route
}

/** Every operation, those without a parameter first: `/tiers/mine` is no tier. */
const known: readonly Known[] = Object.values<Record<string, Route>>(routes)
  .flatMap((group) => Object.values(group))
  .map((route) => {
    const method = route.method.toUpperCase()
    const path = route.path.replace(/^\/$/, '').replaceAll(/\{\w+\}/g, '[^/]+')
    return { route, method, name: `${method} ${route.path}`, pattern: new RegExp(`^${path}$`) }
  })
  .toSorted((one, other) => Number(one.name.includes('{')) - Number(other.name.includes('{')))

/** Looks at the headers that every answer of the contract has. */
export function slipsBelow(baseUrl: string): Slips {
  const base = new URL(baseUrl.replace(/\/$/, '') + versionPrefix)
  const found = new Map<string, Set<string>>()
  return {
    found,
    note({ method, url }, { status, headers }) {
      const { origin, pathname } = new URL(url)
      if (origin !== base.origin || !pathname.startsWith(base.pathname)) return
      const path = pathname.slice(base.pathname.length)
      const one = known.find((each) => each.method === method && each.pattern.test(path))
      if (!one) return
      const tell = (fault: string) =>
        found.set(fault, (found.get(fault) ?? new Set()).add(one.name))
      // A proxy may refuse a body that is too large.
      if (!headers.get('request-id') && status !== 413) tell('No Request-Id')
      const isKept = !headers.get('cache-control')?.includes('no-store')
      const { access, answer } = one.route
      if (isKept && status < 300 && access !== 'public' && answer !== 'stream')
        tell('No Cache-Control: no-store')
    },
  }
}
