import type { FetchToken } from '@prmkit/client'

/** Fetches tokens from a path of the page's own site, with the cookies of its sign-in. */
export const tokenFrom =
  (tokenUrl: string): FetchToken =>
  async ({ reason, signal }) => {
    const url = new URL(tokenUrl, document.baseURI)
    if (url.origin !== location.origin) {
      throw new Error(
        `token-url ${url.href} is another site. Name a path of this site, or set fetchToken.`,
      )
    }
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reason }),
      signal,
    })
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
