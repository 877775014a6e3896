import type { Hono, MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { ProblemError } from '../problem.ts'

/** The facts about one request that are collected while it is answered. */
export interface Trace {
  requestId: string
  operation: string
  originRefused: boolean
}

/** One method at one path. */
export interface Endpoint {
  method: string
  /** With `:name` for parameters. */
  path: string
  operation: string
  /** Whether its JSON may be compressed: not where an answer holds a secret. */
  compressed?: boolean
  answer(request: Request, params: Record<string, string>, requestId: string): Promise<Response>
}

/** Compresses JSON for those who accept it; a strong ETag becomes a weak one, as it must. */
const gzip = compress({ encoding: 'gzip', contentTypeFilter: /^application\/json\b/ })
const asItIs: MiddlewareHandler = (_context, next) => next()

/** Puts endpoints into the router, and says at each path which methods are possible there. */
export function serve(hono: Hono<{ Bindings: Trace }>, endpoints: readonly Endpoint[]): void {
  // Paths without parameters first: the router takes the first that fits.
  const paths = [...new Set(endpoints.map(({ path }) => path))].toSorted(
    (one, other) => one.split(':').length - other.split(':').length,
  )
  for (const path of paths) {
    const here = endpoints.filter((endpoint) => endpoint.path === path)
    for (const { method, operation, answer, compressed = false } of here)
      hono.on(method, path, compressed ? gzip : asItIs, (context) => {
        context.env.operation = operation
        return answer(context.req.raw, context.req.param(), context.env.requestId)
      })
    const allow = here.map(({ method }) => method).join(', ')
    hono.all(path, () => {
      throw new ProblemError('method-not-allowed', `Possible here: ${allow}.`, {
        headers: { allow },
      })
    })
  }
}
