import { LitElement } from 'lit'
import { languageTag } from '@prmkit/contract/rules'
import { requestPortal } from './context.ts'
import { keepKey } from './keep-key.ts'
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
import { unwrapFonts } from './unwrap-fonts.ts'

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
  /** The vendor's name, once it is known; texts call it “the vendor” until then. */
  vendor: string | undefined
  /** Settles when the texts are in the reader's language. */
  protected translated: Promise<unknown> | undefined

  readonly #catalogs = [(this.constructor as typeof LocalElement).catalog]
  #texts: Messages = {}
  #found = false
  #leaveLanguage: (() => void) | undefined
  #leavePortal: (() => void) | undefined

  constructor() {
    super()
    this.#localize()
    // By name and not by `signal` or as options of Lit: a widget has them as long as it lives.
    for (const type of ['keydown', 'keypress', 'keyup'] as const)
      this.addEventListener(type, keepKey)
    this.addEventListener('focusin', this.#keepFocus)
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

  protected override performUpdate(): void {
    unwrapFonts(this.renderRoot)
    super.performUpdate()
  }

  /** True where the element moves the focus by itself at its first steps. */
  protected movesFocus?: boolean

  /**
   * Follows the focus, by code that comes with the first button or link that has it; a field stays
   * while somebody types, and its first key waits for nothing more.
   */
  #keepFocus = (event: Event) => {
    const [target] = event.composedPath() as Element[]
    const load = () =>
      import('./keep-focus.ts').then(
        ({ keepFocus }) => this.shadowRoot && keepFocus(this.shadowRoot),
        () => {},
      )
    setTimeout(load, this.movesFocus || target?.localName === 'input' ? 3000 : 0)
  }

  #follow() {
    this.#leavePortal?.()
    this.#leavePortal = this.portal?.watch(() => this.portalChanged())
    this.portalChanged()
  }

  /**
   * Adds texts that came with code loaded later; the promise settles once they are in the reader's
   * language. Where that cannot be loaded, they are English.
   */
  addTexts(catalog: Catalog): Promise<unknown> {
    if (!this.#catalogs.includes(catalog)) {
      this.#catalogs.push(catalog)
      this.#texts = { ...catalog.en, ...this.#texts }
      this.translated = this.#translate()
      this.requestUpdate()
    }
    return Promise.resolve(this.translated)
  }

  #localize() {
    const locale =
      languageTag(this.getAttribute?.('lang')) ??
      languageTag(this.portal?.locale) ??
      (this.isConnected ? languageAround(this) : undefined) ??
      languageTag(globalThis.navigator?.language) ??
      'en'
    if (locale === this.locale) return
    const changed = this.locale
    this.locale = locale
    this.translated = this.#translate()
    if (changed) this.localeChanged?.()
  }

  /** Reads all texts in the language of the locale; English ones at once. */
  #translate(): Promise<unknown> | undefined {
    const { locale } = this
    const [own, ...late] = this.#catalogs as [Catalog, ...Catalog[]]
    const language = languageFor(own, locale)
    const show = (texts: readonly Messages[]) => {
      // The texts of a view win over those of the code that it loads.
      this.#texts = Object.assign({}, ...texts.toReversed())
      this.language = language
      this.t = translator(
        (key) =>
          this.portal?.messages?.[key] ?? ((key === 'vendor' && this.vendor) || this.#texts[key]),
        locale,
      )
    }
    if (language === 'en' || !this.t) show(this.#catalogs.map(({ en }) => en))
    if (language === 'en') return undefined
    return Promise.all([
      loadMessages(own, language),
      ...late.map((one) => loadMessages(one, language).catch(() => one.en)),
    ]).then(
      (texts) =>
        this.locale === locale && this.#catalogs.length === texts.length
          ? show(texts)
          : this.translated,
      // Where a language cannot be loaded, the texts before it stay.
      () => {},
    )
  }
}
