import { equalInConstantTime, sha256 } from '../../auth/hash.ts'
import type { Services } from '../../services.ts'
import type { Begun } from '../../store/training.ts'
import { XapiError } from './errors.ts'

/** A token or address of a launch works for so long at most. */
export const sessionLife = 24 * 3_600_000

/**
 * Launches as this process saw them last, by the credentials that were checked then: a course that reports
 * often is not looked up each time.
 */
export type RecentLaunches = Map<string, Begun>
const mostRecent = 200

/** Keeps a launch as it is now in place of the one that was seen before. */
export function remember(recent: RecentLaunches, request: Request, begun: Begun): void {
  const credentials = credentialsOf(request)
  recent.delete(credentials)
  recent.set(credentials, begun)
  for (const [oldest] of recent) if (recent.size > mostRecent) recent.delete(oldest)
}

/** Forgets a launch that has changed since it was seen. */
export function forget(recent: RecentLaunches, request: Request): void {
  recent.delete(credentialsOf(request))
}

const credentialsOf = (request: Request): string => request.headers.get('authorization') ?? ''

/** A secret that nobody can guess (192 bits). */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

/**
 * The launch behind a request, and what it is about: Basic authentication with the token that the course
 * fetched (cmi5, 8.2). With launches that were seen before, it may be older than the store’s.
 */
export async function launchBehind(
  services: Services,
  request: Request,
  recent?: RecentLaunches,
): Promise<Begun> {
  const credentials = credentialsOf(request)
  const begun = recent?.get(credentials) ?? (await launchOf(services, credentials))
  if (services.clock() - Date.parse(begun.launch.launchedAt) > sessionLife)
    throw new XapiError(401, 'The launch is too long ago. Open the course again from the portal.')
  return begun
}

async function launchOf({ store }: Services, credentials: string): Promise<Begun> {
  const [, encoded = ''] = /^Basic\s+([A-Za-z0-9+/=_-]+)$/i.exec(credentials) ?? []
  const [, id = '', secret = ''] = /^([\w-]+):([\w-]+)$/.exec(decoded(encoded)) ?? []
  const begun = id === '' ? undefined : await store.read.launches.look(id)
  const hash = begun?.launch.tokenHash
  if (begun && hash !== undefined && equalInConstantTime(hash, await sha256(secret))) return begun
  throw new XapiError(401, 'The token is of no launch. Open the course again from the portal.')
}

function decoded(text: string): string {
  try {
    return atob(text)
  } catch {
    return ''
  }
}

/**
 * Answers the address that gives a course its token, once (cmi5, 8.2). Errors have the status 200,
 * as the standard asks for (8.2.3).
 */
export async function fetchToken(
  { store, now, clock }: Services,
  once: string,
): Promise<Record<string, string>> {
  const [, id = '', secret = ''] = /^([\w-]+)\.([\w-]+)$/.exec(once) ?? []
  const offered = await sha256(secret)
  return store.write(async ({ launches }) => {
    const launch = id === '' ? undefined : await launches.lock(id)
    if (!launch || !equalInConstantTime(launch.onceHash, offered))
      return { 'error-code': '2', 'error-text': 'The address is of no launch.' }
    const isOld = clock() - Date.parse(launch.launchedAt) > sessionLife
    if (launch.tokenHash !== undefined || launch.endedAt !== undefined || isOld)
      return {
        'error-code': '1',
        'error-text':
          'The token was fetched already, or the launch is over. Launch the course again.',
      }
    const token = newSecret()
    await launches.put([{ ...launch, tokenHash: await sha256(token), fetchedAt: now() }])
    return { 'auth-token': btoa(`${id}:${token}`) }
  })
}
