import { equalInConstantTime, hmac } from '../auth/hash.ts'
import { signingKey } from '../auth/tokens.ts'
import { ProblemError } from '../problem.ts'
import type { Services } from '../services.ts'
import type { Tables } from '../store/store.ts'

/** How long an address of one file's bytes works. */
const linkLife = 5 * 60_000

/** A signed address for reading (GET) or writing (PUT) the bytes of one file. */
export async function signedLink(
  {
    tables,
    services,
    request,
    now,
  }: { tables: Tables; services: Services; request: Request; now: string },
  method: 'GET' | 'PUT',
  fileId: string,
): Promise<{ url: string; expiresAt: string }> {
  const expires = Date.parse(now) + linkLife
  const key = await signingKey(tables, now)
  const signature = await hmac(key.secret, subject(method, fileId, String(expires)))
  const base = services.publicUrl ?? new URL(request.url).origin
  return {
    url: `${base}/v1/files/${fileId}/content?expires=${expires}&signature=${signature}`,
    expiresAt: new Date(expires).toISOString(),
  }
}

/** Refuses an address that this server has not signed, or whose time is over. */
export async function checkLink(
  { store, clock }: Services,
  method: 'GET' | 'PUT',
  fileId: string,
  search: URLSearchParams,
): Promise<void> {
  const expires = search.get('expires') ?? ''
  const signature = search.get('signature') ?? ''
  const keys = await store.read.sessions.signingKeys()
  const expected = await Promise.all(
    keys.map(({ secret }) => hmac(secret, subject(method, fileId, expires))),
  )
  const valid = expected.map((one) => equalInConstantTime(signature, one)).includes(true)
  if (!valid) throw new ProblemError('forbidden', 'This address is not signed by this server.')
  if (Number(expires) < clock())
    throw new ProblemError('link-expired', 'The address has expired; ask for a new one.')
}

function subject(method: string, fileId: string, expires: string): string {
  return `content\n${method}\n${fileId}\n${expires}`
}
