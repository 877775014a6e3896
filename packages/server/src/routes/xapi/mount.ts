import type { Services } from '../../services.ts'
import { documents, type DocumentKind } from './documents.ts'
import { refusal, XapiError, xapiHeaders, xapiJson, xapiVersion } from './errors.ts'
import { xapiPath } from './paths.ts'
import { getStatements } from './read-statements.ts'
import { fetchToken, launchBehind, type RecentLaunches } from './session.ts'
import { postStatements, putStatement } from './statements.ts'

const documentKinds: readonly DocumentKind[] = [
  'activities/state',
  'activities/profile',
  'agents/profile',
]

/** The answers to launched courses. */
export interface XapiMount {
  /** Answers a request below `/xapi`; never rejects. */
  answer(request: Request): Promise<Response>
  /** Answers the one-time address of a token, in JSON whatever happens (cmi5, 8.2.1). */
  fetch(once: string): Promise<Response>
}

/**
 * The endpoint to which launched courses report. It has the manners of xAPI and not those of the
 * contract: Basic authentication, errors as text, ids of statements in place of idempotency keys.
 */
export function xapiMount(services: Services): XapiMount {
  const { log } = services
  const recent: RecentLaunches = new Map()

  async function answer(request: Request): Promise<Response> {
    const { pathname, searchParams } = new URL(request.url)
    // Some clients join the endpoint and the path with a slash of their own.
    const path = pathname.slice(xapiPath.length).replace(/^\/+|\/+$/g, '')
    if (path === 'about' && request.method === 'GET') return xapiJson({ version: [xapiVersion] })
    requireVersion(request)
    const isReport = path === 'statements' && /^(PUT|POST)$/.test(request.method)
    const begun = await launchBehind(services, request, isReport ? recent : undefined)
    const { launch } = begun
    const kind = documentKinds.find((one) => one === path)
    if (kind) return documents(services, kind, launch, request, searchParams)
    if (path === 'statements')
      switch (request.method) {
        case 'PUT':
          return putStatement({ services, recent, begun, request }, searchParams)
        case 'POST':
          return postStatements({ services, recent, begun, request })
        case 'GET':
        case 'HEAD':
          return getStatements(services, launch, searchParams)
        default:
          throw new XapiError(405, `${request.method} is not possible here.`)
      }
    if (path === 'activities' && request.method === 'GET')
      return xapiJson({ objectType: 'Activity', id: searchParams.get('activityId') ?? '' })
    throw new XapiError(404, 'There is no such resource of xAPI here.')
  }

  return {
    async answer(request: Request): Promise<Response> {
      try {
        return await answer(request)
      } catch (error) {
        if (error instanceof XapiError) return refusal(error)
        log.error({ error: (error as Error).stack }, 'an xAPI request failed')
        return refusal(new XapiError(500, 'Something went wrong. Send it again.'))
      }
    },

    async fetch(once: string): Promise<Response> {
      return Response.json(await fetchToken(services, once), { headers: xapiHeaders })
    },
  }
}

/** Every request says which version it speaks (xAPI, part 3, 3.3). */
function requireVersion(request: Request): void {
  const version = request.headers.get('x-experience-api-version')
  if (version === null || !/^1\.0(\.\d+)?$/.test(version))
    throw new XapiError(400, 'Send X-Experience-API-Version: 1.0.3 (xAPI, part 3, 3.3).')
}
