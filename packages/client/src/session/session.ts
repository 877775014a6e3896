import { isPassing } from '../answer.ts'
import { AuthenticationError, isPrmError, unreachable, type PrmError } from '../errors.ts'
import { backoff, firstOf, listen, orAbort, wait } from '../pause.ts'
import { readToken, refuseSecretKey, type Token, type TokenAnswer } from './token.ts'

/** Why a token is asked for. */
export interface TokenRequest {
  readonly reason: 'initial' | 'expiring' | 'unauthorized'
  /** Aborted when the client is closed. */
  readonly signal: AbortSignal
}

/** Asks the page's own backend for a session token. */
export type FetchToken = (request: TokenRequest) => TokenAnswer | Promise<TokenAnswer>

/** The token of one user, in memory only. */
export interface Session {
  /** Aborted for good when the session ends. */
  readonly signal: AbortSignal
  /** The session’s id, known once a token or `/me` named it. */
  id: string | undefined
  /** The token as it is, for the last word to the backend. */
  readonly held: string | undefined
  /** A token that is good now; undefined where the client has no way to get one. */
  token(): Promise<string | undefined>
  /** Gets another token after a 401, unless another call already did; false where the client has no way to get one. */
  replace(refused: string): Promise<boolean>
  /** Notes whether the backend took the token, so that refused ones are not asked for in a storm. */
  judge(accepted: boolean): void
  end(): void
}

/** Keeps one token fresh: one request at a time, none after the end. */
export function createSession(fetchToken?: FetchToken, apiKey?: string): Session {
  if (apiKey !== undefined) refuseSecretKey(apiKey)
  const ending = new AbortController()
  const { signal } = ending
  let token: Token | undefined
  let flight: Promise<string> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let failedAt = 0

  const session: Session = {
    signal,
    id: undefined,
    get held() {
      return token?.value
    },
    async token() {
      signal.throwIfAborted()
      if (!fetchToken) return apiKey
      if (!token) return renew(fetchToken, 'initial')
      if (Date.now() >= token.ends)
        return renew(fetchToken, failures > 0 ? 'unauthorized' : 'expiring')
      refresh()
      return token.value
    },
    async replace(refused) {
      if (!fetchToken) return false
      if (token?.value === refused || flight) await renew(fetchToken, 'unauthorized')
      return true
    },
    judge(accepted) {
      failures = accepted ? 0 : failures + 1
      if (accepted) return
      failedAt = Date.now()
      if (token) token = { ...token, ends: 0 }
    },
    end() {
      token = undefined
      clearTimeout(timer)
      ending.abort(
        new AuthenticationError('This client was closed. Create a new one.', {
          code: 'signed-out',
        }),
      )
    },
  }

  function renew(ask: FetchToken, reason: TokenRequest['reason']): Promise<string> {
    return (flight ??= fetchOne(ask, reason).finally(() => (flight = undefined)))
  }

  async function fetchOne(ask: FetchToken, reason: TokenRequest['reason']): Promise<string> {
    const whole = backoff(failures)
    // A clock that was set back must not stretch the pause.
    const pause = Math.min(whole, failedAt + whole - Date.now())
    if (failures > 0 && pause > 0) await wait(pause, signal)
    try {
      // The page's promise may never settle; neither the end nor a minute's silence waits for it.
      const [limit, untie] = firstOf(signal, AbortSignal.timeout(60_000))
      const once = async () => orAbort(ask({ reason, signal: limit }), limit)
      const answer = await once()
        .catch(async (error: unknown) => {
          if (!mayPass(error)) throw error
          await wait(backoff(1), limit)
          return once()
        })
        .finally(untie)
      // A late answer must not bring a closed session back to life.
      signal.throwIfAborted()
      if (!token) follow()
      token = readToken(answer, Date.now())
      session.id = token.sessionId ?? session.id
      arm(token.due)
      return token.value
    } catch (error) {
      failures += 1
      failedAt = Date.now()
      throw isPrmError(error) ? error : unavailable(error)
    }
  }

  /** Asks for the next token in the background when this one is nearly over; failing can wait. */
  function refresh() {
    if (fetchToken && token && Date.now() >= token.due && !globalThis.document?.hidden)
      renew(fetchToken, 'expiring').catch(() => {})
  }

  function arm(due: number) {
    clearTimeout(timer)
    // A page that hands out the same old token again is asked at most once a second.
    const delay = Math.max(1000, due - Date.now())
    if (delay >= 2 ** 31) return
    timer = setTimeout(() => {
      // The time has passed, whatever the clock says: it may have been set back, and timers fire early.
      if (token) token = { ...token, due: 0 }
      refresh()
    }, delay)
    // A waiting refresh must not keep a Node process alive.
    ;(timer as { unref?: () => void }).unref?.()
  }

  function follow() {
    listen(globalThis.document, 'visibilitychange', refresh, signal)
    listen(globalThis.window, 'focus', refresh, signal)
  }

  return session
}

/** Whether a failure of `fetchToken` says nothing about the user: the network or a gateway failed. */
function mayPass(error: unknown): boolean {
  const status = statusOf(error)
  // `fetch` fails with a TypeError; reading a gateway's page as JSON fails with a SyntaxError.
  return status === undefined
    ? /^(Type|Syntax|Timeout|Abort|Network)E/.test(Object(error).name)
    : !status || isPassing(status)
}

/** The status of the answer that failed a `fetchToken`, wherever its library puts it; 0 is no answer. */
function statusOf(error: unknown): number | undefined {
  const { status, response } = Object(error)
  return status ?? response?.status
}

function unavailable(cause: unknown): PrmError {
  if (mayPass(cause)) return unreachable('fetchToken', cause)
  const status = statusOf(cause)
  return new AuthenticationError(
    `fetchToken failed (${String(cause)}). Check the address that it asks for a token.`,
    { code: 'token-unavailable', status, retryable: true, cause },
  )
}
