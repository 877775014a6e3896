import { routes, versionPrefix, type Route } from '@prmkit/contract'
import { Hono } from 'hono'
import { createAuthenticator } from './auth/authenticate.ts'
import { bind, type AnyHandler, type Binding } from './http/bind.ts'
import { allowOrigin, preflight, secure } from './http/cross-origin.ts'
import { createRateLimiter } from './http/rate-limit.ts'
import { newId } from './ids.ts'
import { createJobs } from './jobs.ts'
import { problemResponse, ProblemError } from './problem.ts'
import { contentRoutes } from './routes/content.ts'
import { handlers } from './routes/table.ts'
import { createServices, type AppOptions } from './services.ts'

/** A backend that keeps the contract, in any runtime that has `fetch`. */
export interface App {
  /** Answers a request; never rejects. */
  fetch(request: Request): Promise<Response>
  /** Does what the clock asks for: expiry, deadlines, orphaned files, old records. Call it every few seconds. */
  tick(): Promise<void>
  /** Ends event streams and answers `/ready` with 503; the store is the caller's to close. */
  close(): void
}

/** What is known of one request while it is answered. */
interface Trace {
  requestId: string
  operation: string
  originRefused: boolean
}

/** Puts store, files and clock behind the contract’s routes. */
export function createApp(options: AppOptions): App {
  const services = createServices(options)
  const { log, clock } = services
  const authenticator = createAuthenticator(services, options.apiKeys)
  const limiter = createRateLimiter(services, 'requests', services.limits.requestsPerMinute, 60)
  const jobs = createJobs(services)
  const closing = new AbortController()
  const hono = new Hono<{ Bindings: Trace }>({ strict: false })
  const table: Record<string, Record<string, unknown>> = handlers(services, closing.signal)

  const availability = createRateLimiter(
    services,
    'availability',
    services.limits.availabilityPerHour,
    3600,
    services.limits.availabilityPerHour,
  )
  const binding: Binding = {
    ...{ services, authenticator, limiter },
    limiters: { 'deals.checkAvailability': availability },
    before: { 'deals.list': jobs.settle },
  }

  const methods = new Map<string, string[]>()
  const on = (
    method: string,
    path: string,
    operation: string,
    answer: (request: Request, params: Record<string, string>, id: string) => Promise<Response>,
  ) => {
    methods.set(path, [...(methods.get(path) ?? []), method])
    hono.on(method, path, (context) => {
      context.env.operation = operation
      return answer(context.req.raw, context.req.param(), context.env.requestId)
    })
  }
  for (const [resource, operations] of Object.entries(routes))
    for (const [name, route] of Object.entries(operations) as [string, Route][]) {
      const operation = `${resource}.${name}`
      const handler = table[resource]?.[name] as AnyHandler
      const path = route.path === '/' ? '' : route.path.replaceAll(/\{(\w+)\}/g, ':$1')
      const answer = bind(binding, operation, route, handler)
      on(route.method.toUpperCase(), versionPrefix + path, operation, answer)
    }
  const content = contentRoutes(services)
  on('GET', `${versionPrefix}/files/:id/content`, 'files.readContent', content.read)
  on('PUT', `${versionPrefix}/files/:id/content`, 'files.writeContent', content.write)
  on('GET', '/health', 'health', async () => Response.json({ status: 'ok' }))
  on('GET', '/ready', 'ready', async () => {
    if (closing.signal.aborted) throw new ProblemError('unavailable', 'The server is stopping.')
    try {
      await services.store.check()
    } catch (error) {
      log.error({ error: String(error) }, 'the store does not answer')
      throw new ProblemError('unavailable', 'The store does not answer.')
    }
    return Response.json({ status: 'ok' })
  })
  // Paths without parameters first: Hono takes the first that fits.
  const fixedFirst = [...methods].toSorted(
    ([one], [other]) => one.split(':').length - other.split(':').length,
  )
  for (const [path, allowed] of fixedFirst)
    hono.all(path, () => {
      const allow = allowed.join(', ')
      throw new ProblemError('method-not-allowed', `Possible here: ${allow}.`, {
        headers: { allow },
      })
    })
  hono.notFound(() => {
    throw new ProblemError('not-found', `Nothing is here; the contract begins at ${versionPrefix}.`)
  })
  hono.onError((error, { env }) => {
    if (error instanceof ProblemError) {
      env.originRefused = error.code === 'origin-not-allowed'
      return problemResponse(error, env.requestId)
    }
    log.error({ requestId: env.requestId, error: error.stack ?? String(error) }, 'failed')
    return problemResponse(
      new ProblemError(
        'internal-error',
        'Repeat the request; if it fails again, tell the operator the request id.',
      ),
      env.requestId,
    )
  })

  async function respond(request: Request): Promise<Response> {
    const started = clock()
    const trace = { requestId: newId('req'), operation: 'none', originRefused: false }
    const origin = request.headers.get('origin')
    const asks =
      request.method === 'OPTIONS' && request.headers.has('access-control-request-method')
    const response = asks ? preflight(origin ?? '*') : await hono.fetch(request, trace)
    response.headers.set('request-id', trace.requestId)
    secure(response.headers, request.url.startsWith('https:'))
    if (!asks && !trace.originRefused) allowOrigin(response.headers, origin)
    const { requestId, operation } = trace
    const { status } = response
    log.info(
      { requestId, method: request.method, operation, status, ms: clock() - started },
      'answered',
    )
    return response
  }

  return { fetch: respond, tick: () => jobs.tick(), close: () => closing.abort() }
}
