import { AuthenticationError } from '../errors.ts'

/** The answer of `fetchToken`: the token and when it ends, or the token alone. */
export type TokenAnswer = string | { token: string; expiresAt?: string | number | Date }

export interface Token {
  readonly value: string
  /** The instants, by the local clock, at which the next token is asked for and this one is of no more use. */
  readonly due: number
  readonly ends: number
  readonly sessionId: string | undefined
}

/** The lifetime that is assumed where neither clock nor token gives a possible one: the least that the protocol allows. */
const shortLife = 300_000
const early = 30_000

/** Reads what `fetchToken` gave; a wrong local clock does not make a fresh token look expired. */
export function readToken(answer: unknown, now: number): Token {
  const { token: value, expiresAt } = (
    answer instanceof Object ? answer : { token: answer }
  ) as Partial<Exclude<TokenAnswer, string>>
  if (typeof value !== 'string' || !/^[!-~]+$/.test(value))
    throw new AuthenticationError(
      'fetchToken gave no token. Resolve to one, or to { token, expiresAt }.',
      { code: 'token-invalid' },
    )
  refuseSecretKey(value)
  const { exp, iat, sid, jti } = claimsOf(value)
  const end = new Date(expiresAt ?? Number(exp) * 1000).getTime()
  const whole = (Number(exp) - Number(iat)) * 1000 || Infinity
  let lifetime = Number.isNaN(end) ? Infinity : end - now
  if (lifetime <= 0 || lifetime > whole) lifetime = Math.min(whole, shortLife)
  const id = sid ?? jti
  return {
    value,
    due: now + lifetime - Math.min(early, lifetime / 2),
    ends: now + lifetime,
    sessionId: typeof id === 'string' ? id : undefined,
  }
}

/** Throws where a key that opens everything would be shipped to every visitor. */
export function refuseSecretKey(value: string) {
  const { document, location } = globalThis
  if (value.startsWith('sk_') && (document ?? location))
    throw new AuthenticationError(
      'A secret API key was given to a browser. Revoke it, and use fetchToken.',
      { code: 'secret-key-in-browser' },
    )
}

function claimsOf(token: string): Record<string, unknown> {
  try {
    const claims: unknown = JSON.parse(
      atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')),
    )
    return claims instanceof Object ? (claims as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
