import type { ClientOptions, createClient, FetchToken } from '@prmkit/client'
import type { Me } from '@prmkit/contract'
import type { Catalog } from '../../base/localize.ts'
import type { Unseen, UnseenWidget } from '../../base/portal.ts'
import { catalog } from '../../locales/unseen/catalog.ts'
import { Veil, type Reason } from './veil.ts'

/** The part of a portal that its guard sees. */
export interface Guarded {
  /** Makes a client; handed over, since code that imports it is cut off from the first view. */
  readonly createClient: typeof createClient
  /** Fetches texts in the reader's language; handed over for the same reason. */
  readonly fetchTexts: (texts: Catalog) => Promise<unknown>
  /** The settings of the portal's client. */
  readonly options: ClientOptions
  /** Asks the page's own site for a token. */
  readonly ask: FetchToken
  /** Aborted when the portal lets its client go. */
  readonly signal: AbortSignal
  /** Tells whether somebody is the user whose content is shown. */
  isUser(me: Me): boolean
  /** Hides the content of all widgets, or shows it again. */
  show(unseen: Unseen | undefined): void
  /** Destroys what is shown, and begins anew for another user. */
  restart(): void
}

/** Milliseconds that one check of the user may take. */
const patience = 15_000
/** The events after which it may have become clear who the user is. */
const hints = ['focus', 'online', 'visibilitychange']

/** Sees to it that nobody sees the content of another user. */
export class Guard {
  readonly #portal: Guarded
  readonly #veils = new Map<UnseenWidget, Veil>()
  #reason: Reason | undefined
  #checking = false
  #failures = 0
  #again: ReturnType<typeof setTimeout> | undefined

  constructor(portal: Guarded) {
    this.#portal = portal
    portal.signal.addEventListener('abort', () => this.#lift())
    // Without a connection the texts could not be fetched any more.
    portal.fetchTexts(catalog).catch(() => {})
  }

  /** Gets another token, and hands it on once it has named the user whose content is shown. */
  readonly renew: FetchToken = async (request) => {
    try {
      return await this.#identify(await this.#portal.ask(request))
    } catch (error) {
      if (isRefusal(error)) this.conceal('refused')
      throw error
    }
  }

  /** Hides all content and says why. */
  conceal(reason: Reason): void {
    if (this.#portal.signal.aborted) return
    if (!this.#reason) hints.forEach((type) => target(type).addEventListener(type, this.#hint))
    this.#reason = reason
    this.#portal.show({ draw: this.#draw })
  }

  /** Shows hidden content again if the backend still names the same user; keeps it hidden otherwise. */
  async check(): Promise<void> {
    if (this.#checking) return
    this.#checking = true
    clearTimeout(this.#again)
    this.conceal('checking')
    try {
      await this.#identify()
    } catch (error) {
      if (this.#portal.signal.aborted) return
      const refused = isRefusal(error)
      this.conceal(refused ? 'refused' : navigator.onLine ? 'unreachable' : 'offline')
      const pause = Math.min(1000 * 2 ** this.#failures++, 30_000)
      if (!refused) this.#again = setTimeout(() => this.check(), pause)
    } finally {
      this.#checking = false
    }
  }

  /** Asks the backend whom a token names, and answers the token that it took. */
  async #identify(given?: TokenAnswer): Promise<TokenAnswer> {
    const { createClient, options, ask, signal } = this.#portal
    let first = given
    let token: TokenAnswer | undefined
    const asking = createClient({
      ...{ ...options, retries: 0, validation: 'off', timeouts: { total: patience } },
      fetchToken: async (request) => {
        token = first ?? (await ask(request))
        first = undefined
        return token
      },
    })
    try {
      const me = await asking.me.get({}, { signal })
      if (!this.#portal.isUser(me)) this.#portal.restart()
      signal.throwIfAborted()
      if (this.#reason) {
        this.#portal.show(undefined)
        this.#lift()
      }
      return token as TokenAnswer
    } finally {
      asking.close()
    }
  }

  readonly #draw = (widget: UnseenWidget) => {
    const veil = this.#veils.get(widget) ?? new Veil(widget, () => void this.check())
    this.#veils.set(widget, veil)
    if (this.#reason) void veil.say(this.#reason)
  }

  readonly #hint = () => {
    if (!document.hidden) void this.check()
  }

  #lift() {
    hints.forEach((type) => target(type).removeEventListener(type, this.#hint))
    clearTimeout(this.#again)
    this.#reason = undefined
    this.#failures = 0
    for (const veil of this.#veils.values()) void veil.lift()
    this.#veils.clear()
  }
}

/** A token as `fetchToken` answers it. */
type TokenAnswer = Awaited<ReturnType<FetchToken>>

const target = (type: string) => (type === 'visibilitychange' ? document : window)

/**
 * Whether the page's site or the backend said that nobody is signed in, or somebody who may not; some
 * libraries put the status into the `response` of their error.
 */
function isRefusal(error: unknown): boolean {
  const { status, response } = Object(error)
  const told = status ?? response?.status
  return told === 401 || told === 403
}
