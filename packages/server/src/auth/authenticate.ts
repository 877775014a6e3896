import { ProblemError } from '../problem.ts'
import { readerOf, readerPartnerIds } from '../rules/shared/audience.ts'
import { callerOf, type Caller, type SessionCaller } from '../rules/shared/callers.ts'
import type { Services } from '../services.ts'
import type { SigningKeyRecord } from '../store/records.ts'
import { equalInConstantTime, sha256 } from './hash.ts'
import { challenge, readToken, type TokenClaims } from './tokens.ts'

/** How long an ended session or a deactivated user can go unnoticed. */
const cacheAge = 20_000
const cacheSize = 10_000

export interface Authenticator {
  /** The tokens' audience: the server's address where it is known. */
  audience: string
  /** The sender of a request; throws a 401 where that is not clear. */
  identify(authorization: string | null): Promise<Caller>
  /** Answers the caller again; throws a 401 where the session has ended or the user is gone meanwhile. */
  recheck(caller: SessionCaller): Promise<SessionCaller>
  /** Looks a session up again at its next request. */
  forget(sessionId: string): void
  /** Looks every session of a user up again at its next request. */
  forgetUser(userId: string): void
}

export function createAuthenticator(services: Services, apiKeys: readonly string[]): Authenticator {
  const { store, clock, now } = services
  const audience = services.publicUrl ?? 'prmkit'
  const keyHashes = Promise.all(apiKeys.map(sha256))
  const callers = new Map<string, { caller: SessionCaller; at: number }>()
  /** Tokens whose signature was checked: checking costs more than all the rest of a small request. */
  const checked = new Map<string, TokenClaims & { at: number }>()
  let keys: { list: SigningKeyRecord[]; at: number } | undefined

  async function keyFor(id: string): Promise<SigningKeyRecord | undefined> {
    const found = keys?.list.find((key) => key.id === id)
    if (found && keys && Math.abs(clock() - keys.at) < cacheAge) return found
    keys = { list: await store.read.sessions.signingKeys(), at: clock() }
    return keys.list.find((key) => key.id === id)
  }

  async function sessionOf(token: string): Promise<string> {
    const kept = checked.get(token)
    if (kept && Math.abs(clock() - kept.at) < cacheAge && clock() < kept.expiresAt)
      return kept.sessionId
    checked.delete(token)
    const claims = await readToken(token, keyFor, audience, clock())
    if (checked.size >= cacheSize) checked.delete(checked.keys().next().value ?? '')
    checked.set(token, { ...claims, at: clock() })
    return claims.sessionId
  }

  async function identifyKey(key: string): Promise<Caller> {
    const hash = await sha256(key)
    const known = (await keyHashes).map((one) => equalInConstantTime(hash, one))
    if (known.includes(true)) return { kind: 'api-key', keyId: hash.slice(0, 12) }
    throw new ProblemError('token-invalid', 'This secret key is not on the server’s list.', {
      headers: challenge('The key is not valid'),
    })
  }

  async function callerIn(sessionId: string): Promise<SessionCaller> {
    const kept = callers.get(sessionId)
    if (kept && Math.abs(clock() - kept.at) < cacheAge) return kept.caller
    callers.delete(sessionId)
    const session = await store.read.sessions.get(sessionId)
    const user = session && !session.endedAt && (await store.read.users.get(session.userId))
    const person = user && callerOf(session, user)
    if (!person)
      throw new ProblemError(
        'session-ended',
        'The session was ended or its user has lost access.',
        {
          headers: challenge('The session has ended'),
        },
      )
    const partners = await store.read.partners.many(readerPartnerIds(person))
    const caller = { ...person, reader: readerOf(person, partners) }
    if (callers.size >= cacheSize) callers.delete(callers.keys().next().value ?? '')
    callers.set(sessionId, { caller, at: clock() })
    return caller
  }

  return {
    audience,
    async identify(authorization) {
      const [scheme, token, ...rest] = (authorization ?? '').split(' ')
      if (scheme?.toLowerCase() !== 'bearer' || !token || rest.length > 0)
        throw new ProblemError('token-missing', 'Send “Authorization: Bearer” and a token.', {
          headers: challenge(),
        })
      if (token.startsWith('sk_')) return identifyKey(token)
      return callerIn(await sessionOf(token))
    },
    async recheck(caller) {
      if (caller.session.expiresAt <= now())
        throw new ProblemError('token-expired', 'The token has expired.')
      return callerIn(caller.session.id)
    },
    forget: (sessionId) => void callers.delete(sessionId),
    forgetUser(userId) {
      for (const [id, { caller }] of callers) if (caller.user.id === userId) callers.delete(id)
    },
  }
}
