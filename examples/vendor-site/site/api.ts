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

/** Milliseconds that somebody is kept waiting for the backend: who leaves, and who opens a page. */
const patience = { leaving: 3000, opening: 20_000 }

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
  const timeouts = { total: patience.opening }
  const vendor: Client = createClient({ baseUrl, apiKey, fetch, timeouts })
  /** The sessions that may still be held, by who holds them and their ids. */
  const given = new Map<string, Map<string, Given>>()
  const forgetExpired = () => {
    for (const [holder, sessions] of given) {
      for (const [id, { expiresAt }] of sessions)
        if (Date.parse(expiresAt) < Date.now()) sessions.delete(id)
      if (!sessions.size) given.delete(holder)
    }
  }
  /** The last session of a holder while it is fresh, or a new one: the backend bounds new ones. */
  const sessionOf = async (holder: string, email: string, refused: boolean, origin?: string) => {
    forgetExpired()
    const last = [...(given.get(holder)?.values() ?? [])].at(-1)
    if (last && !refused && Date.now() < last.freshUntil)
      return { token: last.token, expiresAt: last.expiresAt }
    const { id, token, expiresAt } = await vendor.sessions.create({
      body: { user: { email }, ...(origin && { origins: [origin] }) },
    })
    const freshUntil = (Date.now() + Date.parse(expiresAt)) / 2
    const sessions = given.get(holder) ?? new Map<string, Given>()
    given.set(holder, sessions.set(id, { token, expiresAt, freshUntil }))
    return { token, expiresAt }
  }
  return {
    session: ({ id, email }, origin, refused = false) => sessionOf(id, email, refused, origin),
    endSessions: async (signIn) => {
      const ids = [...(given.get(signIn.id)?.keys() ?? [])]
      given.delete(signIn.id)
      const signal = AbortSignal.timeout(patience.leaving)
      const ending = ids.map((id) => vendor.sessions.remove({ params: { id } }, { signal }))
      await Promise.allSettled(ending)
    },
    whoIs: async (email) => {
      const user = createClient({
        ...{ baseUrl, fetch, timeouts },
        fetchToken: ({ reason }) =>
          sessionOf(`the site for ${email}`, email, reason === 'unauthorized'),
      })
      try {
        return await user.me.get()
      } catch (error) {
        if (isPrmError(error) && error.code === 'validation-failed') return undefined
        throw error
      } finally {
        user.close()
      }
    },
  }
}
