import type { Hono } from 'hono'
import { ProblemError } from '../problem.ts'

/** What is known of one request while it is answered. */
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
  answer(request: Request, params: Record<string, string>, requestId: string): Promise<Response>
}

/** Puts endpoints into the router, and says at each path which methods are possible there. */
export function serve(hono: Hono<{ Bindings: Trace }>, endpoints: readonly Endpoint[]): void {
  // Paths without parameters first: the router takes the first that fits.
  const paths = [...new Set(endpoints.map(({ path }) => path))].toSorted(
    (one, other) => one.split(':').length - other.split(':').length,
  )
  for (const path of paths) {
    const here = endpoints.filter((endpoint) => endpoint.path === path)
    for (const { method, operation, answer } of here)
      hono.on(method, path, (context) => {
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
