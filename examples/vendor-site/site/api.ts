import { createClient, isPrmError, type Client } from '@prmkit/client'
import type { Me } from '@prmkit/contract'

/** One sign-in of a user at the site. */
export interface SignIn {
  id: string
  email: string
}

/** Milliseconds that somebody who leaves is kept waiting for the backend. */
const patience = 3000

/** What the site needs of the partner backend: sessions for its own signed-in users. */
export interface Partners {
  /** A short-lived token for one user's browser, good on this site only. */
  session(signIn: SignIn, origin: string): Promise<{ token: string; expiresAt: string }>
  /** Ends at once what `session` gave for a sign-in; what cannot be reached expires by itself. */
  endSessions(signIn: SignIn): Promise<void>
  /** Who a user is, or `undefined` when the backend does not know them. */
  whoIs(email: string): Promise<Me | undefined>
}

/** The vendor's own backend calls the partner backend with its secret key. */
export function partnersOf(baseUrl: string, apiKey: string): Partners {
  const vendor: Client = createClient({ baseUrl, apiKey })
  const session = (email: string, origins?: string[]) =>
    vendor.sessions.create({ body: { user: { email }, ...(origins && { origins }) } })
  /** What browsers may still hold, and for which sign-in. */
  const given = new Map<string, { signInId: string; expiresAt: string }>()
  return {
    session: async (signIn, origin) => {
      const { id, token, expiresAt } = await session(signIn.email, [origin])
      for (const [old, { expiresAt: end }] of given)
        if (Date.parse(end) < Date.now()) given.delete(old)
      given.set(id, { signInId: signIn.id, expiresAt })
      return { token, expiresAt }
    },
    endSessions: async (signIn) => {
      const ids = [...given].filter(([, { signInId }]) => signInId === signIn.id).map(([id]) => id)
      for (const id of ids) given.delete(id)
      const signal = AbortSignal.timeout(patience)
      const ending = ids.map((id) => vendor.sessions.remove({ params: { id } }, { signal }))
      await Promise.allSettled(ending)
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
