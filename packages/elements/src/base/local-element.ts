import { LitElement } from 'lit'
import { requestPortal } from './context.ts'
import { languageAround, watchLanguage } from './language.ts'
import {
  direction,
  languageFor,
  loadMessages,
  translator,
  type Catalog,
  type Translate,
} from './localize.ts'
import type { Messages } from './messages.ts'
import type { Portal } from './portal.ts'

/** An element that speaks the reader's language and wears the look of its portal, if it has one. */
export abstract class LocalElement<M extends Messages = Messages> extends LitElement {
  /** The texts of the element. */
  static catalog: Catalog

  static override properties = { portal: { attribute: false }, t: { state: true } }

  /** The portal this element belongs to; found around it unless set. */
  declare portal: Portal | undefined
  /** The reader's locale, for numbers and dates. */
  declare locale: string
  /** The language of the texts, which is English where the locale has none. */
  declare language: string
  /** Reads a text. */
  declare t: Translate<M>
  /** Settles when the texts are in the reader's language. */
  protected translated: Promise<unknown> | undefined

  #found = false
  #leaveLanguage: (() => void) | undefined
  #leavePortal: (() => void) | undefined

  constructor() {
    super()
    this.#localize()
  }

  /** The direction of the texts. */
  get direction(): 'ltr' | 'rtl' {
    return direction(this.language)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#leaveLanguage = watchLanguage(this, () => this.#localize())
    this.findPortal()
    this.#follow()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leaveLanguage?.()
    this.#leavePortal?.()
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('portal')) this.#follow()
  }

  /** Takes the portal around this element, unless one was set. */
  protected findPortal(): void {
    const around = this.portal && !this.#found ? undefined : requestPortal(this)
    if (!around) return
    this.#found = true
    this.portal = around
  }

  /** Runs when the reader's locale changed. */
  protected localeChanged?(): void

  /** Runs when the portal was found, and after each of its changes. */
  protected portalChanged(): void {
    const sheet = this.portal?.sheet
    const sheets = this.shadowRoot?.adoptedStyleSheets
    if (sheet && sheets && !sheets.includes(sheet)) sheets.push(sheet)
    this.#localize()
    this.requestUpdate()
  }

  #follow() {
    this.#leavePortal?.()
    this.#leavePortal = this.portal?.watch(() => this.portalChanged())
    this.portalChanged()
  }

  #localize() {
    const { catalog } = this.constructor as typeof LocalElement
    const locale = canonical(
      this.getAttribute?.('lang') ||
        this.portal?.locale ||
        (this.isConnected && languageAround(this)) ||
        globalThis.navigator?.language,
    )
    if (locale === this.locale) return
    const changed = this.locale
    this.locale = locale
    const language = languageFor(catalog, locale)
    const show = (messages: Messages) => {
      if (this.locale !== locale) return
      this.language = language
      this.t = translator((key) => this.portal?.messages?.[key] ?? messages[key], locale)
    }
    if (language === 'en' || !this.t) show(catalog.en)
    // Where a language cannot be loaded, the texts before it stay.
    if (language !== 'en') this.translated = loadMessages(catalog, language).then(show, () => {})
    if (changed) this.localeChanged?.()
  }
}

function canonical(locale: string | undefined): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
