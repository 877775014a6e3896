import type { Client, FetchToken } from '@prmkit/client'
import type { Me } from '@prmkit/contract'
import { languageTag } from '@prmkit/contract/rules'
import { tagOf } from '../../base/define.ts'
import { forgetHeights } from '../../base/heights.ts'
import { languageAround } from '../../base/language.ts'
import { languageFor, loadMessages } from '../../base/localize.ts'
import type { Portal, Unseen } from '../../base/portal.ts'
import { DiagnosticEvent, SessionEndedEvent, type PrmEventMap } from '../../events.ts'
import { replaceIcons } from '../../primitives/icon/icon.ts'
import { applyAppearance } from '../../styles/appearance.ts'
import { lateGuard, type LateGuard } from './late-guard.ts'
import type { PartnerPortalOptions } from './options.ts'
import { shareReads } from './shared-reads.ts'
import { tokenFrom, type EarlyHost } from './token.ts'

/** The name of the user whose content is shown, as someone of a partner. */
const userOf = ({ user, partner }: Me) => `${user?.id} ${partner?.id}`

const noAddress =
  'The portal has no base-url, the address of the backend. Write it as an attribute: server rendering drops properties.'

const source = ['baseUrl', 'tokenUrl', 'demo', 'fetch'] as const

/** One partner's portal on a page: it holds the client, the language and the look. */
export class PartnerPortal implements Portal {
  #options: PartnerPortalOptions
  #host: (Element & EarlyHost) | undefined
  #client: Promise<Client> | undefined
  #life = new AbortController()
  #forget: (() => void) | undefined
  #user: string | undefined
  #guard: LateGuard | undefined
  #watchers = new Set<() => void>()
  #cleanups = new Set<() => unknown>()
  #listeners = new Map<string, Set<(event: Event) => void>>()

  /** The appearance as a style sheet. */
  sheet: CSSStyleSheet | undefined
  /** True between log-out and the next sign-in. */
  ended = false
  /** Grows when what widgets hold is void. */
  generation = 0
  /** Set while it is not clear that the user whose content is shown is still the one who looks. */
  unseen: Unseen | undefined

  constructor(options: PartnerPortalOptions, host?: Element) {
    this.#options = options
    this.#host = host
    this.#dress()
    if (source.some((key) => options[key])) void this.client.catch(() => {})
  }

  /** The client; made at once when the portal knows its backend. */
  get client(): Promise<Client> {
    return (this.#client ??= this.#connect())
  }

  /** The reader's locale, when the host names one. */
  get locale(): string | undefined {
    return this.#options.locale
  }

  /** The host's own wording. */
  get messages(): Readonly<Record<string, string>> | undefined {
    return this.#options.messages
  }

  /** Makes a widget of this portal; append it where it should stand. */
  create<T extends string>(
    tag: T,
  ): T extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[T] : HTMLElement {
    return Object.assign(document.createElement(tagOf(tag)), { portal: this }) as never
  }

  /** Changes options; another backend or token source starts over, as after a sign-in. */
  update(changes: PartnerPortalOptions): void {
    const before = this.#options
    this.#options = { ...before, ...changes }
    this.#dress()
    const signsIn = this.ended && ('fetchToken' in changes || 'tokenUrl' in changes)
    if (signsIn || source.some((key) => before[key] !== this.#options[key])) {
      this.#disconnect()
      this.ended = false
    }
    this.#changed()
  }

  /** Listens to the events of every widget of this portal; returns the function that stops it. */
  on<K extends keyof PrmEventMap>(type: K, listener: (event: PrmEventMap[K]) => void): () => void {
    const listeners = this.#listeners.get(type) ?? new Set()
    this.#listeners.set(type, listeners.add(listener as (event: Event) => void))
    return () => void listeners.delete(listener as (event: Event) => void)
  }

  /**
   * Ends the session: empties the widgets, deletes drafts and revokes the token. False where a draft
   * may be left on this device: tell its user.
   */
  logout(): Promise<boolean> {
    // Where no widget was loaded there may be drafts and views from the pages before.
    const client = this.ended ? undefined : this.client
    this.#release()
    return this.#end(import('./late-portal.ts').then(({ leave }) => leave(client)))
  }

  async #end(leaving: boolean | Promise<boolean> = true): Promise<boolean> {
    this.ended = true
    this.#changed()
    forgetHeights()
    const cleanups = [...this.#cleanups].map(async (cleanup) => cleanup())
    await Promise.allSettled([leaving, ...cleanups])
    const isClean = await Promise.resolve(leaving).catch(() => false)
    this.notify(new SessionEndedEvent({ reason: 'logout', draftsLeft: !isClean }))
    return isClean
  }

  /** Forgets the answers that widgets share, so that the next to ask gets new ones. */
  refresh(): void {
    this.#forget?.()
  }

  /** Hides all content until the backend names the same user again; `check` asks it at once. */
  conceal(check: boolean): void {
    if (!this.#guard) return
    this.unseen ??= {}
    this.#changed()
    this.#guard.use((guard) => (check ? guard.check() : guard.conceal('checking')))
  }

  /** Lets the client go once the portal is on no page; there again, it starts over. */
  suspend(): void {
    if (!this.#watchers.size) this.#disconnect()
  }

  /** Lets go of everything; widgets of this portal become empty. */
  destroy(): void {
    this.ended = true
    this.#disconnect()
    this.#changed()
    this.#watchers.clear()
    this.#listeners.clear()
  }

  /** Calls back after each change. */
  watch(listener: () => void): () => void {
    this.#watchers.add(listener)
    return () => void this.#watchers.delete(listener)
  }

  /** Hands an event to the listeners of `on()`. */
  notify(event: Event): void {
    this.#listeners.get(event.type)?.forEach((listener) => listener(event))
  }

  /** Registers what log-out must delete. */
  onLogout(cleanup: () => unknown): () => void {
    this.#cleanups.add(cleanup)
    return () => void this.#cleanups.delete(cleanup)
  }

  async #connect(): Promise<Client> {
    const { signal } = this.#life
    // Frameworks set properties only after they made the element.
    if (!source.some((key) => this.#options[key])) await new Promise((done) => setTimeout(done, 50))
    signal.throwIfAborted()
    const loading = import('@prmkit/client/create-client').then(({ createClient }) => createClient)
    const options = this.#options.demo
      ? { ...this.#options, ...(await (await import('./demo.ts')).demo()) }
      : this.#options
    const { baseUrl, tokenUrl, fetch, onDiagnostic } = options
    const { validation = onDiagnostic ? 'report' : 'off' } = options
    if (!baseUrl) throw new Error(noAddress)
    const fixed = options.fetchToken ?? (tokenUrl ? tokenFrom(tokenUrl, this.#host) : undefined)
    if (!fixed) throw new Error('The portal has no token-url and no fetchToken.')
    const ask: FetchToken = (request) => (this.#options.fetchToken ?? fixed)(request)
    // The first token is fetched while the client still loads.
    let early = Promise.resolve(ask({ reason: 'initial', signal })) as ReturnType<FetchToken> | void
    void Promise.resolve(early).catch(() => {})
    const createClient = await loading
    const locale = () => languageTag(this.locale) ?? languageAround(this.#host ?? document.body)
    const guard = (this.#guard = lateGuard({
      ...{ createClient, options: { baseUrl, fetch, locale }, ask, signal },
      fetchTexts: (all) => loadMessages(all, languageFor(all, locale() ?? navigator.language)),
      isUser: (me) => userOf(me) === this.#user,
      show: (unseen) => {
        this.unseen = unseen
        this.#changed()
      },
      restart: () => {
        this.#disconnect()
        this.#changed()
      },
    }))
    const client = createClient({
      ...{ baseUrl, fetch, validation, locale },
      fetchToken: async (request) => {
        // Another token may be another user's.
        if (this.#user && request.reason !== 'initial') return (await guard.load()).renew(request)
        const token = early ?? ask(request)
        early = undefined
        return token
      },
      onDiagnostic: (diagnostic) => {
        onDiagnostic?.(diagnostic)
        this.notify(new DiagnosticEvent({ diagnostic }))
      },
    })
    this.#forget = shareReads(client, locale, (me) => {
      if (!signal.aborted) this.#user ??= userOf(me)
    })
    client.signal.addEventListener('abort', () => {
      if (signal.aborted) return
      // The user signed out in another tab.
      this.#release()
      void this.#end()
    })
    return client
  }

  #disconnect() {
    this.#release()
      ?.then((client) => client.close())
      .catch(() => {})
  }

  /** Voids what widgets hold, and hands out the client that is left. */
  #release() {
    const client = this.#client
    this.#life.abort()
    this.#life = new AbortController()
    this.#client = this.unseen = this.#guard = this.#user = undefined
    this.generation++
    return client
  }

  #changed() {
    this.#watchers.forEach((listener) => listener())
  }

  #dress() {
    const { appearance = {}, colorScheme = 'inherit', icons = {} } = this.#options
    replaceIcons(icons)
    this.sheet = applyAppearance(this.sheet, appearance, colorScheme)
  }
}

/** Makes a portal from a script; `create()` its widgets at once, they wait for what they need. */
export const createPartnerPortal = (options: PartnerPortalOptions): PartnerPortal =>
  new PartnerPortal(options)
