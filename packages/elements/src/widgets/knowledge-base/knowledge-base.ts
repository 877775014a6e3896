import { html, type TemplateResult } from 'lit'
import type { Article } from '@prmkit/contract'
import type { ArticlePage } from '../../articles/article-page.ts'
import { ArticleSearch } from '../../articles/article-search.ts'
import { watchShortcut } from '../../articles/shortcut.ts'
import { define } from '../../base/define.ts'
import { followChanges } from '../../base/follow-changes.ts'
import { PortalElement, type WidgetState } from '../../base/portal-element.ts'
import type { Client } from '../../base/portal.ts'
import { preload } from '../../base/preload.ts'
import { NavigateEvent } from '../../events.ts'
import { focusFirst } from '../../list/focus-first.ts'
import { RecordSlot } from '../../list/record-slot.ts'
import { catalog, type KnowledgeBaseMessages } from '../../locales/knowledge-base/catalog.ts'
import { frame } from '../../primitives/frame/frame.ts'
import { skeleton } from '../../primitives/skeleton/skeleton.ts'
import type { KnowledgeBaseScene } from './host.ts'
import { styles } from './knowledge-base.styles.ts'
import { home, sectionPage } from './places.ts'
import { foundText, results } from './results.ts'
import { searchBar, walkRows } from './search-bar.ts'
import { Shelves } from './shelves.ts'

const articlePage = async () =>
  define('prm-article-page', (await import('../../articles/article-page.ts')).ArticlePage)

/**
 * @summary The vendor's knowledge base: search while typing, sections, and articles in full.
 *
 * @slot loading - Shown while the sections are fetched.
 * @slot empty - Shown where there are no articles.
 * @slot error - Shown where the sections could not be fetched.
 * @slot offline - Shown above the content while there is no connection.
 * @slot degraded - Shown above the content while something is missing.
 * @event {NavigateEvent} prm-navigate - The partner opens an article (`article`), at a heading of it, or a section (`section`), or goes back (an empty id); cancelable.
 * @event {AskEvent} prm-ask - The partner did not find an answer and wants to ask; cancelable.
 * @event {LoadErrorEvent} prm-load-error - The knowledge base could not be fetched.
 * @csspart frame - The card.
 * @csspart search - The search field.
 * @csspart section - One section at the beginning.
 * @csspart rows - A list of articles.
 * @csspart row - One article of it.
 * @csspart more - The button that loads more.
 * @csspart ask - The way to a person.
 */
export class PrmKnowledgeBase extends PortalElement<KnowledgeBaseMessages> {
  static override catalog = catalog
  static override styles = styles
  static override properties = {
    ...PortalElement.properties,
    articleId: { attribute: 'article-id', reflect: true },
    articleHref: { attribute: 'article-href' },
    sectionId: { attribute: 'section-id', reflect: true },
    sectionHref: { attribute: 'section-href' },
    search: {},
    askHref: { attribute: 'ask-href' },
    withoutShortcuts: { attribute: 'without-shortcuts', type: Boolean },
  }

  /** Shows this article in full. */
  declare articleId: string | undefined
  /** The address of an article on this site, with `{id}`; makes links that can be copied. */
  declare articleHref: string | undefined
  /** Shows the articles of this section. */
  declare sectionId: string | undefined
  /** The address of a section on this site, with `{id}`. */
  declare sectionHref: string | undefined
  /** Searches for these words at first. */
  declare search: string | undefined
  /** The address of the page to ask a person on, with `{text}`; without it nobody is offered. */
  declare askHref: string | undefined
  /** Leaves the keys `/`, Ctrl K and ⌘ K to the page. */
  declare withoutShortcuts: boolean

  /** The search while it is typed. */
  readonly searching = new ArticleSearch(this, 20)
  /** The sections and the lists of articles. */
  shelves = new Shelves()
  // True while what was found stands in the place of everything else.
  #isFinding = false
  // The heading to begin at in the next article.
  #anchor: string | undefined
  #left: string | undefined
  #leaveShortcut: (() => void) | undefined
  readonly #slot = new RecordSlot<Article>({
    open: (id: string, anchor?: string) => this.open(id, anchor),
    gone: () => this.open(''),
    changed: (article) => this.shelves.read(article),
    fail: (error) => this.fail(error),
    requestUpdate: () => this.requestUpdate(),
  })

  constructor() {
    super()
    this.withoutShortcuts = false
  }

  /** Opens an article at a heading of it, or with an empty id goes back to where it was opened. */
  open(id: string, anchor?: string): void {
    if (!this.emit(new NavigateEvent({ resource: 'article', id, ...(anchor && { anchor }) })))
      return
    this.#anchor = anchor
    this.#isFinding = !id && !!this.searching.words
    this.articleId = id || undefined
    this.requestUpdate()
  }

  /** Opens a section, or with an empty id the beginning. */
  readonly openSection = (id: string): void => {
    if (!this.emit(new NavigateEvent({ resource: 'section', id }))) return
    this.#isFinding = false
    this.articleId = undefined
    this.sectionId = id || undefined
    void this.updateComplete.then(() => this.#focus('#place'))
  }

  /** Takes what is typed into the search. */
  readonly type = (text: string): void => {
    this.#isFinding = !!text.trim()
    this.searching.type(text)
    this.#focus('#search')
  }

  /** Loads the next page; the focus goes to its first row. */
  async more(): Promise<void> {
    const shown = this.renderRoot.querySelectorAll('.rows .cover').length
    if (this.#isFinding) await this.searching.more()
    else await this.#refresh(this.shelves.list.next)
    this.requestUpdate()
    await this.updateComplete
    this.renderRoot.querySelectorAll<HTMLElement>('.rows .cover')[shown]?.focus()
  }

  protected override async load(client: Client, signal: AbortSignal): Promise<WidgetState | void> {
    const [discovery, me] = await Promise.all([
      client.discovery.get({}, { signal }),
      client.me.get({}, { signal }),
    ])
    if (!this.isOffered('articles', discovery)) return 'empty'
    this.shelves.own(discovery, me)
    await this.shelves.load(client, this, signal)
    if (this.search && !this.loaded) this.type(this.search)
    return this.shelves.isFilled || this.articleId ? 'ready' : 'empty'
  }

  /** Fetches the lists of the place that is shown, or the next page of one. */
  async #refresh(cursor?: string) {
    const { client, shelves, sectionId } = this
    try {
      if (client && cursor && sectionId) await shelves.fetch(client, sectionId, cursor)
      else if (client) await shelves.loadPlace(client, this)
      this.requestUpdate()
    } catch (error) {
      this.degrade(error)
    }
  }

  protected override watch(client: Client, signal: AbortSignal): void {
    followChanges<Article>(client, signal, {
      resource: 'articles',
      get: (id, signal) => client.articles.get({ params: { id } }, { signal }),
      changed: (article) =>
        this.shelves.list.replace(article) ? this.requestUpdate() : this.reload(true),
      stale: () => this.reload(true),
    })
    preload(articlePage, signal)
  }

  protected override clear(): void {
    this.searching.clear()
    this.shelves.stop()
    this.shelves = new Shelves()
    this.#isFinding = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#leaveShortcut = watchShortcut(this, () => !this.withoutShortcuts && this.#focusSearch())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#leaveShortcut?.()
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed)
    if (!this.loaded || this.articleId) return
    const isHomeOld = changed.has('articleId') || !this.shelves.isHomeLoaded
    if (this.sectionId ? changed.has('sectionId') : isHomeOld) void this.#refresh()
  }

  /** Back from an article, the focus goes to its row. */
  protected override updated(): void {
    const left = this.#left
    this.#left = this.articleId
    if (!left || this.articleId || document.activeElement !== document.body) return
    this.#focus(`#row-${CSS.escape(left)} .cover`, '#place', '#search')
  }

  override render(): TemplateResult {
    const scene = this as KnowledgeBaseScene
    const view = this.#isFinding ? results : this.sectionId ? sectionPage : home
    return frame(
      this as never,
      () => html`
        <p class="away" role="status">${this.#isFinding ? foundText(scene) : ''}</p>
        <div @keydown=${(event: KeyboardEvent) => walkRows(this.renderRoot, event)}>
          ${searchBar(scene)}
          ${this.articleId && !this.#isFinding ? this.#article(this.articleId) : view(scene)}
        </div>
      `,
      () => html`
        <h2>${this.t('none')}</h2>
        <p>${this.t('noneHint')}</p>
      `,
    )
  }

  /** The article in full; its language is set, for the root around it names that of the texts. */
  #article(recordId: string) {
    const { articleHref: recordHref, portal, locale: lang, searching } = this
    const anchor = this.#anchor
    const page = this.#slot.show(articlePage, {
      ...{ recordId, recordHref, portal, lang, search: searching.words || undefined },
      ...(anchor && { anchor }),
    }) as ArticlePage | undefined
    if (page) this.#anchor = undefined
    return page ?? skeleton(this.t('loading'))
  }

  #focusSearch(): boolean {
    const field = this.renderRoot.querySelector<HTMLInputElement>('#search')
    field?.focus()
    field?.select()
    return !!field
  }

  #focus(...wanted: string[]) {
    focusFirst(this.renderRoot, wanted)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-knowledge-base': PrmKnowledgeBase
  }
}
