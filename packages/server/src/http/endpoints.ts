import type { Hono, MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { notFound, ProblemError } from '../problem.ts'

/** The facts about one request that are collected while it is answered. */
export interface Trace {
  requestId: string
  operation: string
  originRefused: boolean
}

/** One method at one path. */
export interface Endpoint {
  method: string
  /** The path, with `:name` for parameters. */
  path: string
  operation: string
  /** Whether the answer’s JSON may be compressed: never where it holds a secret. */
  compressed?: boolean
  answer(request: Request, params: Record<string, string>, requestId: string): Promise<Response>
}

/** Compresses JSON for readers who accept it, and makes a strong ETag weak (RFC 9110, 8.8.1). */
const gzip = compress({ encoding: 'gzip', contentTypeFilter: /^application\/json\b/ })
const asItIs: MiddlewareHandler = (_context, next) => next()

// No name of a record has them, and no database keeps a zero.
const unwritable = /[\0-\x1f\x7f-\x9f\ud800-\udfff]/u

/** Puts endpoints into the router, and says at each path which methods are possible there. */
export function serve(hono: Hono<{ Bindings: Trace }>, endpoints: readonly Endpoint[]): void {
  // Paths without parameters come first, because the router takes the first path that fits.
  const paths = [...new Set(endpoints.map(({ path }) => path))].toSorted(
    (one, other) => one.split(':').length - other.split(':').length,
  )
  for (const path of paths) {
    const here = endpoints.filter((endpoint) => endpoint.path === path)
    for (const { method, operation, answer, compressed = false } of here)
      hono.on(method, path, compressed ? gzip : asItIs, (context) => {
        context.env.operation = operation
        const params: Record<string, string> = context.req.param()
        if (Object.values(params).some((one) => unwritable.test(one))) throw notFound('record')
        return answer(context.req.raw, params, context.env.requestId)
      })
    const allow = here.map(({ method }) => method).join(', ')
    hono.all(path, () => {
      throw new ProblemError('method-not-allowed', `Possible here: ${allow}.`, {
        headers: { allow },
      })
    })
  }
}
