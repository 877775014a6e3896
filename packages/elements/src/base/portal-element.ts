import type { PrmError } from '@prmkit/client'
import type { Discovery } from '@prmkit/contract'
import { LoadErrorEvent } from '../events.ts'
import { tagOf } from './define.ts'
import { keepHeight, reserveHeight } from './heights.ts'
import { listen } from './listen.ts'
import { LocalElement } from './local-element.ts'
import type { Messages } from './messages.ts'
import type { Client } from './portal.ts'
import { watchVisible } from './visible.ts'

/** Where a widget stands; each has a slot of the same name. */
export type WidgetState = 'loading' | 'ready' | 'empty' | 'degraded' | 'offline' | 'error'

/** The end of loading: a state, or an error where a part is missing. */
export type Loaded = WidgetState | Error | void

/** The warnings that developers were given; each once. */
const told = new Set<string>()

/** The base of every widget: a portal, a language, a state, and a way to load and to fail. */
export abstract class PortalElement<M extends Messages = Messages> extends LocalElement<M> {
  static override properties = { ...LocalElement.properties, state: { state: true } }

  /** Where the widget stands. */
  declare state: WidgetState
  /** The error, in the states `error`, `offline` and `degraded`. */
  error: unknown
  /** The client, once the portal gave it. */
  client: Client | undefined
  /** True once content was loaded; it then stays on screen through failures. */
  loaded = false
  /** False where the backend does not have what the widget shows. */
  offered = true

  #leaveScreen: (() => void) | undefined
  #visible = false
  #generation = -1
  #loading: AbortController | undefined
  #failures = 0
  #again: ReturnType<typeof setTimeout> | undefined
  #patience: ReturnType<typeof setTimeout> | undefined
  #watching: AbortController | undefined
  /** True where the tag stood in the page before its code came. */
  readonly #upgraded = this.isConnected
  #internals: ElementInternals | undefined

  constructor() {
    super()
    this.state = 'loading'
    try {
      this.#internals = this.attachInternals()
    } catch {
      // Some test environments have no internals; only the custom states are lost.
    }
  }

  /**
   * Fetches what the widget shows; runs when it first comes near the screen, and on retry. An error
   * that it answers says that a part is missing.
   */
  protected abstract load(client: Client, signal: AbortSignal): Promise<Loaded>

  /** Notes whether the backend has a resource; without it the widget is empty, with the reason. */
  protected isOffered(resource: string, { capabilities, vendor }: Discovery): boolean {
    this.vendor = vendor.name
    return (this.offered = (capabilities as readonly string[]).includes(resource))
  }

  /** Starts what runs only while the widget is loaded and on screen; the signal ends it. */
  protected watch?(client: Client, signal: AbortSignal): void

  /** Drops what belongs to a user who is no longer signed in. */
  protected clear?(): void

  /** Loads again, as after a failure; quietly, what is shown stays until that worked. */
  async reload(quietly = false): Promise<void> {
    const { portal } = this
    if (!portal || !this.#visible || portal.unseen) return
    this.#loading?.abort()
    const { signal } = (this.#loading = new AbortController())
    this.#generation = portal.generation
    this.state = portal.ended ? 'empty' : this.loaded || quietly ? this.state : 'loading'
    if (portal.ended) return
    if (this.loaded) portal.refresh()
    try {
      const [client] = await Promise.all([portal.client, this.translated])
      if (signal.aborted) return
      const state = await this.load((this.client = client), signal)
      if (signal.aborted) return
      if (state instanceof Error) this.degrade(state)
      else this.show(state ?? 'ready')
      this.#resume()
    } catch (error) {
      if (signal.aborted) return
      if (quietly && this.loaded) this.degrade(error)
      else this.fail(error)
    }
  }

  /** Shows what was loaded; a failure before it is over. */
  protected show(state: WidgetState): void {
    this.loaded = true
    this.error = undefined
    this.#failures = 0
    clearTimeout(this.#again)
    this.state = state
    this.requestUpdate()
  }

  /** Shows a failure in place, tells the host page, and tries again what may work later. */
  fail(error: unknown): void {
    this.error = error
    this.state = navigator.onLine ? 'error' : 'offline'
    this.requestUpdate()
    const { code, message, retryable, retryAfter = 0 } = (error ?? {}) as Partial<PrmError>
    // No answer of a backend: what the page's developer is to mend.
    if (message && (!code || code === 'token-unavailable') && !told.has(message)) {
      told.add(message)
      console.warn(`<${this.localName}>: ${message}`)
    }
    const pause = Math.min(2500 * 2 ** this.#failures++, 10_000) * (1 + Math.random() / 4)
    clearTimeout(this.#again)
    if (retryable && this.#visible)
      this.#again = setTimeout(() => this.reload(true), Math.max(pause, retryAfter))
    this.emit(new LoadErrorEvent({ tag: this.localName, error }))
  }

  /** Shows what is there, and says above it that some of it is missing or old. */
  protected degrade(error: unknown): void {
    this.loaded = true
    this.fail(error)
    if (this.state === 'error') this.state = 'degraded'
  }

  /** Dispatches a public event, also to `portal.on()`; false when a listener cancelled it. */
  emit(event: Event): boolean {
    this.dispatchEvent(event)
    this.portal?.notify(event)
    return !event.defaultPrevented
  }

  override connectedCallback(): void {
    super.connectedCallback()
    reserveHeight(this, this.#upgraded)
    if (!this.portal) void this.#awaitPortal()
    addEventListener('pagehide', this.#turn)
    addEventListener('pageshow', this.#turn)
    this.#leaveScreen = watchVisible(this, (visible) => {
      this.#visible = visible
      if (visible && (this.error || this.#generation !== this.portal?.generation))
        void this.reload(!!this.error)
      this.#resume()
    })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leaveScreen?.()
    removeEventListener('pagehide', this.#turn)
    removeEventListener('pageshow', this.#turn)
    clearTimeout(this.#patience)
    this.#visible = false
    this.#resume()
  }

  /** The vendor's own words come from the backend, so they are asked for again. */
  protected override localeChanged(): void {
    if (this.loaded) void this.reload()
  }

  protected override portalChanged(): void {
    super.portalChanged()
    this.portal?.unseen?.draw?.(this)
    const generation = this.portal?.generation
    if (generation === this.#generation) return
    if (this.#generation >= 0) {
      this.loaded = false
      this.client = this.error = undefined
      this.clear?.()
      this.#resume()
    }
    void this.reload()
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed)
    const states = this.#internals?.states
    states?.clear()
    states?.add(this.state)
    if (this.portal?.unseen) states?.add('unseen')
  }

  protected override performUpdate(): void {
    try {
      super.performUpdate()
    } catch (error) {
      // Nothing reaches the host page; but what fails while it shows a failure would repeat.
      if (this.state === 'error') return
      this.loaded = false
      this.fail(error)
    }
  }

  /** Waits for a provider that is defined later; says so when none comes. */
  async #awaitPortal() {
    const tag = tagOf('prm-portal')
    const defined = customElements.whenDefined(tag)
    const late = new Promise((done) => (this.#patience = setTimeout(done, 15_000)))
    await Promise.race([defined, late])
    this.findPortal()
    if (this.portal || !this.isConnected) return
    const message = `<${this.localName}> has no portal. Put it inside <${tag}>, or make it with portal.create().`
    this.fail(new Error(message))
    await defined
    this.findPortal()
  }

  /** Runs `watch` and listens to the connection exactly while the widget is on screen. */
  #resume() {
    this.#watching?.abort()
    if (!this.#visible) return clearTimeout(this.#again)
    const { signal } = (this.#watching = new AbortController())
    listen('offline', () => this.state === 'ready' && (this.state = 'offline'), signal)
    listen('online', () => this.#online(), signal)
    if (!this.loaded || !this.client) return
    listen('pagehide', () => keepHeight(this), signal)
    this.watch?.(this.client, signal)
  }

  /** A page that is kept for Back leaves and comes back with its content hidden. */
  #turn = ({ type, persisted }: PageTransitionEvent) => {
    if (persisted) this.portal?.conceal(type === 'pageshow')
  }

  #online() {
    if (!this.loaded || this.error) void this.reload(true)
    else if (this.state === 'offline') this.state = 'ready'
  }
}
