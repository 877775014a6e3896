import { html, nothing, type TemplateResult } from 'lit'
import { ArticleSearch } from '../../articles/article-search.ts'
import { watchShortcut } from '../../articles/shortcut.ts'
import { PortalElement, type WidgetState } from '../../base/portal-element.ts'
import type { Client } from '../../base/portal.ts'
import { recordAddress, safeAddress } from '../../base/safe-address.ts'
import { NavigateEvent } from '../../events.ts'
import { catalog, type ArticleSearchMessages } from '../../locales/article-search/catalog.ts'
import { icon } from '../../primitives/icon/icon.ts'
import { search } from '../../primitives/icon/list-icons.ts'
import type { SearchBoxScene } from './host.ts'
import { SearchPopup } from './search-popup.ts'
import { styles } from './search-box.styles.ts'

/**
 * @summary The search of the knowledge base as a field with results in a popup, for a page's header.
 *
 * @event {NavigateEvent} prm-navigate - The partner opens an article (`article`), at a heading of it, or everything that was found (`article-search`, whose id is the words); cancelable. Without it the page goes to `article-href` or `search-href`.
 * @event {AskEvent} prm-ask - The partner did not find an answer and wants to ask; cancelable.
 * @event {LoadErrorEvent} prm-load-error - The backend could not be asked what it offers.
 * @csspart field - The field.
 * @csspart popup - The results.
 */
export class PrmSearchBox extends PortalElement<ArticleSearchMessages> {
  static override catalog = catalog
  static override styles = styles
  static override properties = {
    ...PortalElement.properties,
    articleHref: { attribute: 'article-href' },
    searchHref: { attribute: 'search-href' },
    askHref: { attribute: 'ask-href' },
    withoutShortcuts: { attribute: 'without-shortcuts', type: Boolean },
  }

  /** The address of an article on this site, with `{id}`. */
  declare articleHref: string | undefined
  /** The address of the page that shows everything found, with `{text}` for the words. */
  declare searchHref: string | undefined
  /** The address of the page to ask a person on, with `{text}`; without it nobody is offered. */
  declare askHref: string | undefined
  /** Leaves the keys `/`, Ctrl K and ⌘ K to the page. */
  declare withoutShortcuts: boolean

  /** The search while it is typed. */
  readonly searching = new ArticleSearch(this, 6)
  readonly #popup = new SearchPopup(this as SearchBoxScene)
  #leaveShortcut: (() => void) | undefined

  constructor() {
    super()
    this.withoutShortcuts = false
  }

  /** Opens an article, at a heading of it. */
  openArticle(id: string, anchor?: string): void {
    if (this.emit(new NavigateEvent({ resource: 'article', id, ...(anchor && { anchor }) })))
      go(recordAddress(this.articleHref, id, anchor))
  }

  /** The address of the page with everything that was found. */
  get resultsAddress(): string | undefined {
    return safeAddress(
      this.searchHref?.replaceAll('{text}', encodeURIComponent(this.searching.words)),
    )
  }

  /** Opens everything that was found. */
  openResults(): void {
    const { words } = this.searching
    if (this.emit(new NavigateEvent({ resource: 'article-search', id: words })))
      go(this.resultsAddress)
  }

  protected override async load(client: Client, signal: AbortSignal): Promise<WidgetState> {
    const discovery = await client.discovery.get({}, { signal })
    // A vendor without articles has nothing to search.
    this.hidden = !this.isOffered('articles', discovery)
    if (this.hidden) return 'empty'
    // Words may have been typed before there was a client to ask.
    void this.searching.run()
    return 'ready'
  }

  protected override clear(): void {
    this.searching.clear()
    this.#popup.hide()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#leaveShortcut = watchShortcut(this, () => !this.withoutShortcuts && this.#focus())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leaveShortcut?.()
    this.#popup.end()
  }

  #focus(): boolean {
    const field = this.renderRoot.querySelector('input')
    field?.focus()
    field?.select()
    return !!field && !this.hidden
  }

  override render(): TemplateResult {
    const { t, searching, withoutShortcuts } = this
    const popup = this.#popup
    return html`<div class="root" part="root" lang=${this.language} dir=${this.direction}>
      <div class="find">
        ${icon(search)}
        <input
          class="control"
          part="field"
          type="search"
          role="combobox"
          dir="auto"
          autocomplete="off"
          enterkeyhint="search"
          aria-label=${t('searchArticles')}
          aria-autocomplete="list"
          aria-controls="results"
          aria-expanded=${popup.isOpen}
          aria-activedescendant=${popup.activeId ?? nothing}
          aria-keyshortcuts=${withoutShortcuts ? nothing : '/ Control+K Meta+K'}
          placeholder=${t('searchShort')}
          .value=${searching.text}
          @input=${(event: Event) => popup.type((event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => popup.press(event)}
          @focus=${() => popup.show()}
          @blur=${() => popup.hide()}
        />
        ${withoutShortcuts || searching.text ? nothing : html`<kbd aria-hidden="true">/</kbd>`}
        ${popup.render()}
      </div>
    </div>`
  }
}

function go(address: string | undefined) {
  if (address !== undefined) location.assign(address)
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-search-box': PrmSearchBox
  }
}
