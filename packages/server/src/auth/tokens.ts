import { errors, jwtVerify, SignJWT } from 'jose'
import { newId } from '../ids.ts'
import { ProblemError } from '../problem.ts'
import type { SessionRecord, SigningKeyRecord } from '../store/records.ts'
import type { Tables } from '../store/store.ts'

/** A signing key signs for so long; then a new one does, while this one goes on verifying. */
const keyLife = 30 * 86_400_000
const encoder = new TextEncoder()
/** The ids that `newId` makes; no other text is looked up, for instance none with a NUL. */
const sessionId = /^session_[0-9a-z]{24}$/

/** The key that signs now; makes one where there is none or the newest is old. */
export async function signingKey(tables: Tables, now: string): Promise<SigningKeyRecord> {
  const newest = newestOf(await tables.sessions.signingKeys())
  if (newest && Date.parse(now) - Date.parse(newest.createdAt) < keyLife) return newest
  const key = { id: newId('sig'), secret: newId('secret') + newId('secret'), createdAt: now }
  await tables.sessions.addSigningKey(key)
  return key
}

function newestOf(keys: readonly SigningKeyRecord[]): SigningKeyRecord | undefined {
  return keys.toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1))[0]
}

/** The token of a session. */
export async function signToken(
  session: SessionRecord,
  key: SigningKeyRecord,
  audience: string,
  now: string,
): Promise<string> {
  return new SignJWT({ sid: session.id })
    .setProtectedHeader({ alg: 'HS256', kid: key.id, typ: 'JWT' })
    .setSubject(session.userId)
    .setAudience(audience)
    .setIssuedAt(Math.floor(Date.parse(now) / 1000))
    .setExpirationTime(Math.floor(Date.parse(session.expiresAt) / 1000))
    .sign(encoder.encode(key.secret))
}

/** What a token says: the session that it is for, and until when. */
export interface TokenClaims {
  sessionId: string
  /** Milliseconds since 1970. */
  expiresAt: number
}

/** Reads a token that this server has signed. */
export async function readToken(
  token: string,
  keyFor: (id: string) => Promise<SigningKeyRecord | undefined>,
  audience: string,
  now: number,
): Promise<TokenClaims> {
  try {
    const { payload } = await jwtVerify(
      token,
      async ({ kid }) => {
        const key = kid === undefined ? undefined : await keyFor(kid)
        if (!key) throw new errors.JOSEError('no such key')
        return encoder.encode(key.secret)
      },
      {
        audience,
        algorithms: ['HS256'],
        currentDate: new Date(now),
        requiredClaims: ['sub', 'exp'],
      },
    )
    const { sid, exp = 0 } = payload
    if (typeof sid === 'string' && sessionId.test(sid))
      return { sessionId: sid, expiresAt: exp * 1000 }
  } catch (error) {
    if (error instanceof errors.JWTExpired)
      throw new ProblemError('token-expired', 'Fetch a new token and repeat the request.', {
        headers: challenge('The token has expired'),
      })
    if (!(error instanceof errors.JOSEError)) throw error
  }
  throw new ProblemError(
    'token-invalid',
    'This server has not signed this token for its address.',
    {
      headers: challenge('The token is not valid'),
    },
  )
}

/** The header that goes with every 401 (RFC 6750). */
export function challenge(description?: string): Record<string, string> {
  const error = description && ` error="invalid_token", error_description="${description}"`
  return { 'www-authenticate': `Bearer${error ?? ''}` }
}
