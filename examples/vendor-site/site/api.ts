import { createClient, isPrmError, type Client } from '@prmkit/client'
import type { Me } from '@prmkit/contract'

/** One sign-in of a user at the site. */
export interface SignIn {
  id: string
  email: string
}

/** A token as the widgets take it. */
export interface Token {
  token: string
  /** RFC 3339. */
  expiresAt: string
}

/** A session that the site got for a sign-in. */
interface Given extends Token {
  /** Milliseconds since 1970 up to which the same token is handed out again. */
  freshUntil: number
}

/** Milliseconds that somebody who leaves is kept waiting for the backend. */
const patience = 3000

/** The part of the partner backend that the site needs: sessions for its own signed-in users. */
export interface Partners {
  /**
   * A short-lived token for one user's browser, good on this site only. The last one is handed out
   * again while over half of its life is left, unless the backend refused it.
   */
  session(signIn: SignIn, origin: string, refused?: boolean): Promise<Token>
  /** Ends at once what `session` gave for a sign-in; what cannot be reached expires by itself. */
  endSessions(signIn: SignIn): Promise<void>
  /** The user behind a name, or `undefined` when the backend does not know them. */
  whoIs(email: string): Promise<Me | undefined>
}

/** The vendor's own backend calls the partner backend with its secret key. */
export function partnersOf(
  baseUrl: string,
  apiKey: string,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Partners {
  const vendor: Client = createClient({ baseUrl, apiKey, fetch })
  const session = (email: string, origins?: string[]) =>
    vendor.sessions.create({ body: { user: { email }, ...(origins && { origins }) } })
  /** The sessions that browsers may still hold, by sign-in and session. */
  const given = new Map<string, Map<string, Given>>()
  const forgetExpired = () => {
    for (const [signInId, sessions] of given) {
      for (const [id, { expiresAt }] of sessions)
        if (Date.parse(expiresAt) < Date.now()) sessions.delete(id)
      if (!sessions.size) given.delete(signInId)
    }
  }
  return {
    session: async (signIn, origin, refused = false) => {
      forgetExpired()
      const last = [...(given.get(signIn.id)?.values() ?? [])].at(-1)
      if (last && !refused && Date.now() < last.freshUntil)
        return { token: last.token, expiresAt: last.expiresAt }
      const { id, token, expiresAt } = await session(signIn.email, [origin])
      const freshUntil = (Date.now() + Date.parse(expiresAt)) / 2
      const sessions = given.get(signIn.id) ?? new Map<string, Given>()
      given.set(signIn.id, sessions.set(id, { token, expiresAt, freshUntil }))
      return { token, expiresAt }
    },
    endSessions: async (signIn) => {
      const ids = [...(given.get(signIn.id)?.keys() ?? [])]
      given.delete(signIn.id)
      const signal = AbortSignal.timeout(patience)
      const ending = ids.map((id) => vendor.sessions.remove({ params: { id } }, { signal }))
      await Promise.allSettled(ending)
    },
    whoIs: async (email) => {
      try {
        const own = await session(email)
        const user = createClient({ baseUrl, fetch, fetchToken: () => Promise.resolve(own) })
        return await user.me.get()
      } catch (error) {
        if (isPrmError(error) && error.code === 'validation-failed') return undefined
        throw error
      }
    },
  }
}
