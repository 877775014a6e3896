import { LitElement } from 'lit'
import { LoadErrorEvent } from '../events.ts'
import { requestPortal } from './context.ts'
import { tagOf } from './define.ts'
import { languageAround, watchLanguage } from './language.ts'
import {
  direction,
  languageFor,
  loadMessages,
  translator,
  type Catalog,
  type Messages,
  type Translate,
} from './localize.ts'
import type { Client, Portal } from './portal.ts'
import { watchVisible } from './visible.ts'

/** Where a widget stands; each has a slot of the same name. */
export type WidgetState = 'loading' | 'ready' | 'empty' | 'degraded' | 'offline' | 'error'

/** What every widget has: its portal, its language, its state, and a way to load and to fail. */
export abstract class PortalElement<M extends Messages = Messages> extends LitElement {
  /** The texts of the widget. */
  static catalog: Catalog

  static override properties = {
    portal: { attribute: false },
    state: { state: true },
    t: { state: true },
  }

  /** The portal this widget belongs to; found around it unless set. */
  declare portal: Portal | undefined
  /** Where the widget stands. */
  declare state: WidgetState
  /** What went wrong, in the states `error`, `offline` and `degraded`. */
  declare error: unknown
  /** The client, once the portal gave it. */
  declare client: Client | undefined
  /** The reader's locale, for numbers and dates. */
  declare locale: string
  /** The language of the texts, which is English where the locale has none. */
  declare language: string
  /** True once content was loaded; it then stays on screen through failures. */
  declare loaded: boolean
  /** Reads a text. */
  declare t: Translate<M>

  #leave: (() => void)[] = []
  #leavePortal: (() => void) | undefined
  #visible = false
  #generation = -1
  #loading: AbortController | undefined
  #watching: AbortController | undefined
  #internals: ElementInternals | undefined

  constructor() {
    super()
    this.state = 'loading'
    this.loaded = false
    try {
      this.#internals = this.attachInternals()
    } catch {
      // Some test environments have no internals; only the custom states are lost.
    }
    this.#localize()
  }

  /** Fetches what the widget shows; runs when it first comes near the screen, and on retry. */
  protected abstract load(client: Client, signal: AbortSignal): Promise<WidgetState | void>

  /** Starts what runs only while the widget is loaded and on screen; the signal ends it. */
  protected watch?(client: Client, signal: AbortSignal): void

  /** Drops what belongs to a user who is no longer signed in. */
  protected clear?(): void

  /** Loads again, as after a failure. */
  async reload(): Promise<void> {
    const { portal } = this
    if (!portal || !this.#visible || !this.isConnected) return
    this.#loading?.abort()
    const { signal } = (this.#loading = new AbortController())
    if (!this.loaded) this.state = 'loading'
    this.#generation = portal.generation
    try {
      if (portal.ended) return void (this.state = 'empty')
      const client = await portal.client
      if (signal.aborted) return
      this.client = client
      const state = await this.load(client, signal)
      if (signal.aborted) return
      this.loaded = true
      this.error = undefined
      this.state = state ?? 'ready'
      this.#resume()
    } catch (error) {
      if (!signal.aborted) this.fail(error)
    }
  }

  /** Shows a failure in place and tells the host page. */
  fail(error: unknown): void {
    this.error = error
    this.state = navigator.onLine === false ? 'offline' : 'error'
    this.requestUpdate()
    this.emit(new LoadErrorEvent({ tag: this.localName, error }))
  }

  /** Dispatches a public event, also to `portal.on()`; false when a listener cancelled it. */
  emit(event: Event): boolean {
    this.dispatchEvent(event)
    this.portal?.notify(event)
    return !event.defaultPrevented
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.portal ??= requestPortal(this)
    if (!this.portal) void this.#await()
    this.#leave = [
      watchVisible(this, (visible) => {
        this.#visible = visible
        this.#refresh()
      }),
      watchLanguage(this, () => this.#localize()),
    ]
    this.#localize()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const leave of this.#leave) leave()
    this.#visible = false
    this.#watching?.abort()
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('portal')) {
      this.#leavePortal?.()
      this.#generation = -1
      this.#leavePortal = this.portal?.watch(() => this.#refresh())
      this.#refresh()
    }
    const states = this.#internals?.states
    states?.clear()
    states?.add(this.state)
  }

  protected override performUpdate(): void {
    try {
      super.performUpdate()
    } catch (error) {
      // A second failure while showing the first would repeat for ever.
      if (this.error !== error && this.state !== 'error') this.fail(error)
    }
  }

  async #await() {
    const tag = tagOf('prm-portal')
    await customElements.whenDefined(tag)
    this.portal ??= this.isConnected ? requestPortal(this) : undefined
    if (this.portal || !this.isConnected) return
    this.fail(
      new Error(
        `<${this.localName}> has no portal. Put it inside <${tag}>, or make it with createPartnerPortal().create().`,
      ),
    )
  }

  #refresh() {
    const { portal } = this
    if (portal) {
      const { sheet } = portal
      const root = this.renderRoot as ShadowRoot | undefined
      if (sheet && root?.adoptedStyleSheets && !root.adoptedStyleSheets.includes(sheet)) {
        root.adoptedStyleSheets.push(sheet)
      }
      if (portal.generation !== this.#generation) {
        if (this.#generation >= 0) {
          this.loaded = false
          this.client = undefined
          this.clear?.()
        }
        void this.reload()
      }
      this.#localize()
    }
    this.#resume()
  }

  #resume() {
    this.#watching?.abort()
    if (!this.#visible || !this.loaded || !this.client) return
    this.#watching = new AbortController()
    this.watch?.(this.client, this.#watching.signal)
  }

  #localize() {
    const { catalog } = this.constructor as typeof PortalElement
    const locale =
      this.getAttribute?.('lang') ||
      this.portal?.locale ||
      (this.isConnected && languageAround(this)) ||
      globalThis.navigator?.language ||
      'en'
    if (locale === this.locale) return
    this.locale = canonical(locale)
    const language = languageFor(catalog, this.locale)
    const show = (messages: Messages) => {
      if (this.locale !== canonical(locale)) return
      this.language = language
      this.t = translator({ ...messages, ...this.portal?.messages } as M, this.locale)
    }
    if (language === 'en' || !this.t) show(catalog.en)
    if (language !== 'en') loadMessages(catalog, language).then(show, (error) => this.fail(error))
  }

  /** The direction of the texts. */
  get direction(): 'ltr' | 'rtl' {
    return direction(this.language)
  }
}

function canonical(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
