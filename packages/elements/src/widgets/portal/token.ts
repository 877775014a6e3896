import type { FetchToken } from '@prmkit/client'

/** Asks a path of the page's own site for a token, with the cookies of its sign-in. */
export const askForToken = (url: URL, reason: string, signal?: AbortSignal): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ reason }),
    signal: signal ?? null,
  })

/** A portal's tag, for which the loader of the CDN files asks while the code still comes. */
export interface EarlyHost {
  /** The first answer of the tag's token-url; it serves once. */
  earlyAnswer?: Promise<Response> | undefined
}

/** Fetches tokens from a path of the page's own site. */
export const tokenFrom =
  (tokenUrl: string, host?: EarlyHost): FetchToken =>
  async ({ reason, signal }) => {
    const url = new URL(tokenUrl, document.baseURI)
    if (url.origin !== location.origin) {
      throw new Error(
        `token-url ${url.href} is another site. Name a path of this site, or set fetchToken.`,
      )
    }
    const early = host?.earlyAnswer
    if (early) host.earlyAnswer = undefined
    const response = await (early ?? askForToken(url, reason, signal))
    const answer = response.ok && (await response.json().catch(() => {}))
    if (answer?.token) return answer
    const { status } = response
    throw Object.assign(
      new Error(
        `POST ${url.pathname} answered ${status} without {"token","expiresAt"}. Is the user signed in?`,
      ),
      { status },
    )
  }
