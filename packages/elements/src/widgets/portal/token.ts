/** What a token source answers. */
export interface Token {
  /** The short-lived session token. */
  readonly token: string
  /** When it ends. */
  readonly expiresAt?: string
}

/** Why a token is asked for, and how to stop. */
export interface TokenRequest {
  /** `initial`, `expiring`, or `unauthorized` after a 401. */
  readonly reason: 'initial' | 'expiring' | 'unauthorized'
  /** Aborted when the portal is destroyed. */
  readonly signal: AbortSignal
}

/** Asks the host's own backend for a session token. */
export type FetchToken = (request: TokenRequest) => Promise<Token | string>

/** Fetches tokens from a path of the page's own origin, with the cookies of its sign-in. */
export const tokenFrom =
  (tokenUrl: string): FetchToken =>
  async ({ reason, signal }) => {
    const url = new URL(tokenUrl, document.baseURI)
    if (url.origin !== location.origin) {
      throw new Error(
        `token-url is ${url.origin}, but this page is ${location.origin}. Give a path of this site, or set fetchToken.`,
      )
    }
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ reason }),
      signal,
    })
    const answer = response.ok ? await response.json().catch(() => {}) : undefined
    if (answer?.token) return answer
    throw Object.assign(
      new Error(
        `POST ${url.pathname} answered ${response.status} without a token. It must answer {"token", "expiresAt"} to a signed-in user.`,
      ),
      { code: 'unauthorized' },
    )
  }
