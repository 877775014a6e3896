import { createClient, isPrmError, type Client } from '@prmkit/client'
import type { Me } from '@prmkit/contract'

/** What the site needs of the partner backend: sessions for its own signed-in users. */
export interface Partners {
  /** A short-lived token for one user's browser, good on this site only. */
  session(email: string, origin: string): Promise<{ token: string; expiresAt: string }>
  /** Who a user is, or `undefined` when the backend does not know them. */
  whoIs(email: string): Promise<Me | undefined>
}

/** The vendor's own backend calls the partner backend with its secret key. */
export function partnersOf(baseUrl: string, apiKey: string): Partners {
  const vendor: Client = createClient({ baseUrl, apiKey })
  const session = (email: string, origins?: string[]) =>
    vendor.sessions.create({ body: { user: { email }, ...(origins && { origins }) } })
  return {
    session: async (email, origin) => {
      const { token, expiresAt } = await session(email, [origin])
      return { token, expiresAt }
    },
    whoIs: async (email) => {
      try {
        const own = await session(email)
        const user = createClient({ baseUrl, fetchToken: () => Promise.resolve(own) })
        return await user.me.get()
      } catch (error) {
        if (isPrmError(error) && error.code === 'validation-failed') return undefined
        throw error
      }
    },
  }
}
