import { takesIdempotencyKey, versionPrefix, type Route } from '@prmkit/contract'
import * as z from 'zod/mini'
import type { Authenticator } from '../auth/authenticate.ts'
import { sha256 } from '../auth/hash.ts'
import { notFound, ProblemError } from '../problem.ts'
import { resourceOf } from '../resource.ts'
import { capabilitiesOf, capabilitiesOfOperation } from '../rules/shared/capabilities.ts'
import { callerName, mayCall, maySee, originAllowed, type Caller } from '../rules/shared/callers.ts'
import type { Services } from '../services.ts'
import type { StoredAnswer } from '../store/records.ts'
import type { Tables } from '../store/store.ts'
import type { Call, Reply } from './call.ts'
import { languagesOf, revisionsOf } from './headers.ts'
import { keyOf, once } from './idempotency.ts'
import { parse, parseJson, queryOf, readText, requireJson } from './input.ts'
import type { RateLimiter } from './rate-limit.ts'

/** A handler whose types the table of handlers has checked against its route. */
export type AnyHandler = (call: Call<Route>) => Promise<Reply<unknown> | Response | void>

/** The schema of an operation without a query: it refuses every name. */
const noQuery = z.strictObject({})

export interface Binding {
  services: Services
  authenticator: Authenticator
  /** The limit of one user's requests. */
  limiter: RateLimiter
  /** The limit of one key's requests. */
  keyLimiter: RateLimiter
  /** Operations that take long: they get no transaction and write through the store themselves. */
  alone?: ReadonlySet<string>
  /** Work that single operations need done before; it sees the checked body. */
  before: Record<string, (body: unknown) => Promise<void>>
}

/** Makes a function from request to response out of one route of the contract and its handler. */
export function bind(
  { services, authenticator, limiter, keyLimiter, alone, before }: Binding,
  operation: string,
  route: Route,
  handler: AnyHandler,
) {
  const writes = route.method !== 'get'
  const capabilities = capabilitiesOfOperation(operation)
  const asked = route.query ?? noQuery

  return async (request: Request, params: Record<string, string>, requestId: string) => {
    const caller = await admit(request)
    if (capabilities.length > 0) await requireOffered()
    const { take } = caller?.kind === 'api-key' ? keyLimiter : limiter
    const limits = caller ? await take(callerName(caller)) : {}
    if (route.params && !parseParams(route, params)) throw notFound('record')
    const { pathname, searchParams } = new URL(request.url)
    const query = parse(asked, queryOf(asked, searchParams))
    const text = route.body ? await bodyText(request) : ''
    const body = route.body && parse(route.body, parseJson(text))
    let later: Call<Route>['later'] = []
    const callWith = (tables: Tables) =>
      ({
        ...{
          params,
          query,
          body,
          caller,
          tables,
          services,
          authenticator,
          request,
          requestId,
          later,
        },
        now: services.now(),
        revisions: route.ifMatch ? revisionsOf(request.headers.get('if-match')) : [],
        languages: languagesOf(request.headers.get('accept-language')),
      }) as unknown as Call<Route>

    await before[operation]?.(body)
    if (!writes || alone?.has(operation)) {
      if (route.paged && caller?.kind === 'session')
        // The place is read before the list: a later change is in the list, in the stream from here on, or in both.
        limits['event-position'] = await services.store.read.events.end()
      const reply = await handler(callWith(services.store.read))
      await audit(caller, params, requestId)
      return withHeaders(toResponse(route, reply), limits)
    }
    const effect = async (tables: Tables) => {
      later = []
      const reply = await handler(callWith(tables))
      if (reply && !(reply instanceof Response) && reply.shows)
        resourceOf(services.resources, reply.shows.resource)
      return stored(route, reply)
    }
    if (!caller || !takesIdempotencyKey(route)) {
      const answer = await services.store.write(effect)
      await finish(later)
      await audit(caller, params, requestId)
      return withHeaders(fromStored(answer), limits)
    }
    const key = await keyOf(request.headers.get('idempotency-key'), callerName(caller), operation)
    const fingerprint = await sha256(`${route.method} ${pathname}\n${text}`)
    const { answer, replayed } = await once(services, key, fingerprint, effect)
    if (replayed) await authoriseAgain(caller, answer)
    else await finish(later)
    return withHeaders(fromStored(answer), limits)
  }

  /** Does the work for after the commit; its failure changes no answer, because the effect stands. */
  async function finish(later: Call<Route>['later']): Promise<void> {
    for (const work of later)
      try {
        await work()
      } catch (error) {
        services.log.warn({ operation, error: String(error) }, 'work after a commit failed')
      }
  }

  async function admit(request: Request): Promise<Caller | undefined> {
    if (route.access === 'public') return undefined
    const caller = await authenticator.identify(request.headers.get('authorization'))
    const origin = request.headers.get('origin')
    const origins = caller.kind === 'session' ? caller.session.origins : []
    if (origin !== null && (caller.kind === 'api-key' || !originAllowed(origin, origins)))
      throw new ProblemError(
        'origin-not-allowed',
        caller.kind === 'api-key'
          ? 'A secret key was sent from a web page. Use it on a server only, and replace it now.'
          : `The session does not list the origin ${origin.slice(0, 200)}.`,
      )
    if (!mayCall(route.access, caller))
      throw new ProblemError(
        'forbidden',
        `This operation is for another kind of caller (${route.access}).`,
      )
    const readsOnly = !writes || route.readOnly === true || operation === 'sessions.remove'
    if (caller.kind === 'session' && caller.readOnly && !readsOnly)
      throw new ProblemError(
        'read-only',
        'Who views the portal as a partner cannot change anything.',
      )
    return caller
  }

  /** A resource that the vendor does not offer does not exist. */
  async function requireOffered(): Promise<void> {
    const { discovery } = await services.settings(services.store.read)
    const [settings = {}] = Object.values(discovery)
    const offered = capabilitiesOf(settings)
    if (!capabilities.some((one) => offered.includes(one))) throw notFound(capabilities[0] ?? '')
  }

  async function bodyText(request: Request): Promise<string> {
    requireJson(request)
    return readText(request, services.limits[route.large ? 'largeBodySize' : 'bodySize'])
  }

  /** A manager who views the portal as a partner leaves a trace of every operation. */
  async function audit(
    caller: Caller | undefined,
    params: Record<string, string>,
    requestId: string,
  ): Promise<void> {
    if (caller?.kind !== 'session' || !caller.readOnly) return
    const [resource = operation] = operation.split('.')
    await services.store.write((tables) =>
      tables.audit.append({
        at: services.now(),
        userId: caller.user.id,
        ...(caller.partnerId !== undefined && { partnerId: caller.partnerId }),
        sessionId: caller.session.id,
        action: `view-as:${operation}`,
        resource,
        resourceId: params['id'] ?? '',
        requestId,
      }),
    )
  }

  /** Gives a kept answer only to a caller who may see its record now, or who might see it until it went. */
  async function authoriseAgain(
    caller: Caller,
    { resource: name, resourceId }: StoredAnswer,
  ): Promise<void> {
    if (name === undefined || resourceId === undefined || caller.kind !== 'session') return
    const { store, resources } = services
    const resource = resourceOf(resources, name)
    const record = await resource.load(store.read, resourceId, resources)
    if (record !== undefined && !maySee(caller, resource.owned(record, services.now())))
      throw notFound(resource.noun)
  }
}

function parseParams(route: Route, params: Record<string, string>): boolean {
  try {
    return route.params !== undefined && parse(route.params, params) !== undefined
  } catch {
    return false
  }
}

function stored(route: Route, reply: Reply<unknown> | Response | void): StoredAnswer {
  if (!reply || reply instanceof Response) return { status: route.status, headers: {}, body: '' }
  return {
    status: route.status,
    headers: {
      'content-type': 'application/json',
      ...locationOf(route, reply),
      ...(reply.revision !== undefined && { etag: `"${reply.revision}"` }),
    },
    body: JSON.stringify(reply.body),
    ...(reply.shows && { resource: reply.shows.resource, resourceId: reply.shows.id }),
  }
}

/** The address of a new record. */
function locationOf({ status }: Route, { body, shows }: Reply<unknown>): Record<string, string> {
  const isNew = status === 201 && shows && (body as { id?: string }).id === shows.id
  return isNew ? { location: `${versionPrefix}/${shows.resource}/${shows.id}` } : {}
}

function fromStored({ status, headers, body }: StoredAnswer): Response {
  return new Response(status === 204 ? null : body, { status, headers })
}

function toResponse(route: Route, reply: Reply<unknown> | Response | void): Response {
  return reply instanceof Response ? reply : fromStored(stored(route, reply))
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}
