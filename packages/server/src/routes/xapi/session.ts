import { equalInConstantTime, sha256 } from '../../auth/hash.ts'
import type { Services } from '../../services.ts'
import type { Begun } from '../../store/training.ts'
import { XapiError } from './errors.ts'

/** A token or address of a launch works for so long at most. */
export const sessionLife = 24 * 3_600_000

/** A secret that nobody can guess (192 bits). */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}

/** The launch behind a request, and what it is about: Basic authentication with the token that the course fetched (cmi5, 8.2). */
export async function launchBehind({ store, clock }: Services, request: Request): Promise<Begun> {
  const [, encoded = ''] =
    /^Basic\s+([A-Za-z0-9+/=_-]+)$/i.exec(request.headers.get('authorization') ?? '') ?? []
  const [, id = '', secret = ''] = /^([\w-]+):([\w-]+)$/.exec(decoded(encoded)) ?? []
  const begun = id === '' ? undefined : await store.read.launches.look(id)
  const launch = begun?.launch
  const isKnown =
    launch?.tokenHash !== undefined && equalInConstantTime(launch.tokenHash, await sha256(secret))
  if (!begun || !launch || !isKnown)
    throw new XapiError(401, 'The token is of no launch. Open the course again from the portal.')
  if (clock() - Date.parse(launch.launchedAt) > sessionLife)
    throw new XapiError(401, 'The launch is too long ago. Open the course again from the portal.')
  return begun
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
