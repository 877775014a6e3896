import { routes, versionPrefix, type Route } from '@prmkit/contract'
import { Hono } from 'hono'
import { createAuthenticator } from './auth/authenticate.ts'
import { bind, type AnyHandler, type Binding } from './http/bind.ts'
import { allowOrigin, preflight, secure } from './http/cross-origin.ts'
import { serve, type Endpoint, type Trace } from './http/endpoints.ts'
import { createRateLimiter } from './http/rate-limit.ts'
import { newId } from './ids.ts'
import { createJobs } from './jobs.ts'
import { problemResponse, ProblemError } from './problem.ts'
import { followBoards } from './routes/boards/pulses.ts'
import { courseOrigin } from './routes/course-files/course-origin.ts'
import { fileBytes } from './routes/files/file-bytes.ts'
import { renderKind } from './routes/articles/keep.ts'
import { renderArticle } from './routes/articles/render-job.ts'
import { bundleKind } from './routes/assets/bundles.ts'
import { lookAtAsset } from './routes/assets/jobs.ts'
import { makeBundle } from './routes/assets/make-bundle.ts'
import { lookKind } from './routes/assets/keep.ts'
import { sharedPages } from './routes/assets/shared.ts'
import { badgeFiles } from './routes/badges/badge-files.ts'
import { publicBadges } from './routes/badges/public-badges.ts'
import { calendarFeeds } from './routes/training/feed.ts'
import { enrolByRules, enrolKind } from './routes/training/enrol-by-rules.ts'
import { mailJobs } from './routes/mail/mail-jobs.ts'
import { handlers } from './routes/handlers.ts'
import { xapiMount } from './routes/xapi/mount.ts'
import { fetchPath, xapiPath } from './routes/xapi/paths.ts'
import { createSessionLimit } from './routes/session-limit.ts'
import { resources } from './resources.ts'
import { silent } from './log.ts'
import { createServices, type AppOptions } from './services.ts'

/** A backend that keeps the contract, in any runtime that has `fetch`. */
export interface App {
  /** Answers a request; never rejects. */
  fetch(request: Request): Promise<Response>
  /** Does what the clock asks for: expiry, deadlines, orphaned files, old records. Call it every few seconds. */
  tick(): Promise<void>
  /** Ends event streams and answers `/ready` with 503; the store is the caller's to close. */
  close(): void
  /** Keeps the searches that were just typed: the last step before the store is closed. */
  finish(): Promise<void>
}

/** Puts store, files and clock behind the contract’s routes. */
export function createApp(options: AppOptions): App {
  const services = createServices(options, {
    [renderKind]: renderArticle,
    [lookKind]: lookAtAsset,
    [bundleKind]: makeBundle,
    [enrolKind]: enrolByRules,
    ...mailJobs(options.mail ?? { link: '' }, options.log ?? silent, resources),
  })
  const { log, clock } = services
  const authenticator = createAuthenticator(services, options.apiKeys)
  const { limits } = services
  const limiter = createRateLimiter(services, 'requests', limits.requestsPerMinute, 60)
  const keyLimiter = createRateLimiter(services, 'requests', limits.keyRequestsPerMinute, 60)
  const jobs = createJobs(services)
  const pulses = followBoards(services)
  const closing = new AbortController()
  const hono = new Hono<{ Bindings: Trace }>({ strict: false })

  const binding: Binding = {
    ...{ services, authenticator, limiter, keyLimiter },
    alone: new Set(['assets.render']),
    before: {
      ...Object.fromEntries(
        [...services.resources.values()]
          .filter(({ settle }) => settle)
          .map(({ name }) => [`${name}.list`, jobs.settle]),
      ),
      'sessions.create': createSessionLimit(services),
      'searches.list': () => services.searchLog.flush(true),
    },
  }

  const xapi = xapiMount(services)
  hono.all(`${xapiPath}/*`, (context) => {
    context.env.operation = 'xapi'
    return xapi.answer(context.req.raw)
  })
  hono.post(`${fetchPath}/:once`, (context) => {
    context.env.operation = 'xapi.fetch'
    return xapi.fetch(context.req.param('once'))
  })

  const courses = courseOrigin(services)
  const bytes = fileBytes(services)
  const shared = sharedPages(services)
  const bytesPath = `${versionPrefix}/files/:id/content`
  const badges = publicBadges(services)
  const get = { method: 'GET' }
  serve(hono, [
    ...contractEndpoints(handlers(services, closing.signal), binding),
    { ...get, path: bytesPath, operation: 'files.readContent', answer: bytes.read },
    { method: 'PUT', path: bytesPath, operation: 'files.writeContent', answer: bytes.write },
    { ...get, path: '/s/:token', operation: 'shares.open', answer: shared.open },
    { ...get, path: '/s/:token/files/:place', operation: 'shares.take', answer: shared.take },
    {
      ...{ ...get, path: `${versionPrefix}/awards/:id/badge`, operation: 'awards.readBadge' },
      answer: badgeFiles(services),
    },
    { ...get, path: '/.well-known/did.json', operation: 'badges.issuer', answer: badges.issuer },
    { ...get, path: '/did.json', operation: 'badges.issuer', answer: badges.issuer },
    { ...get, path: '/credentials/status/:list', operation: 'badges.list', answer: badges.list },
    { ...get, path: '/credentials/:token', operation: 'badges.open', answer: badges.page },
    { ...get, path: '/credentials/:token/badge', operation: 'badges.read', answer: badges.badge },
    {
      ...{ ...get, path: '/calendar/:file', operation: 'trainingFeed.read' },
      answer: calendarFeeds(services),
    },
    { ...get, path: '/health', operation: 'health', answer: async () => isWell() },
    { ...get, path: '/ready', operation: 'ready', answer: isReady },
  ])
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

  async function isReady(): Promise<Response> {
    if (closing.signal.aborted) throw new ProblemError('unavailable', 'The server is stopping.')
    try {
      await services.store.check()
    } catch (error) {
      log.error({ error: String(error) }, 'the store does not answer')
      throw new ProblemError('unavailable', 'The store does not answer.')
    }
    return Response.json({ status: 'ok', jobs: await services.store.read.work.count() })
  }

  async function respond(request: Request): Promise<Response> {
    const started = clock()
    const trace = { requestId: newId('req'), operation: 'none', originRefused: false }
    const origin = request.headers.get('origin')
    // Course files have an origin of their own, at which nothing else is.
    const isCourse = courses.serves(request)
    if (isCourse) trace.operation = 'courses'
    const asks =
      !isCourse &&
      request.method === 'OPTIONS' &&
      request.headers.has('access-control-request-method')
    const response = isCourse
      ? await courses.answer(request)
      : asks
        ? preflight(origin ?? '*')
        : await hono.fetch(request, trace)
    response.headers.set('request-id', trace.requestId)
    secure(response.headers, request.url.startsWith('https:'))
    if (!isCourse && !asks && !trace.originRefused) allowOrigin(response.headers, origin)
    const { requestId, operation } = trace
    const { status } = response
    log.info(
      { requestId, method: request.method, operation, status, ms: clock() - started },
      'answered',
    )
    return response
  }

  return {
    fetch: respond,
    async tick() {
      await jobs.tick()
      await pulses.flush()
    },
    close() {
      closing.abort()
      pulses.close()
      void services.runner.close()
    },
    finish: () => services.searchLog.flush(true),
  }
}

const isWell = () => Response.json({ status: 'ok' })

/** Every operation of the contract, bound to its handler. */
function contractEndpoints(
  table: Record<string, Record<string, unknown>>,
  binding: Binding,
): Endpoint[] {
  return Object.entries(routes).flatMap(([resource, operations]) =>
    Object.entries(operations).map(([name, route]: [string, Route]) => {
      const operation = `${resource}.${name}`
      const handler = table[resource]?.[name] as AnyHandler
      const path = route.path === '/' ? '' : route.path.replaceAll(/\{(\w+)\}/g, ':$1')
      return {
        method: route.method.toUpperCase(),
        path: versionPrefix + path,
        operation,
        // The length of a compressed answer tells of a token what an attacker guesses.
        compressed: operation !== 'sessions.create',
        answer: bind(binding, operation, route, handler),
      }
    }),
  )
}
