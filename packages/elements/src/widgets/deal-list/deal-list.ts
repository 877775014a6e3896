import { html, type TemplateResult } from 'lit'
import type { Deal, Discovery, Me } from '@prmkit/contract'
import { loadLate } from '../../base/load-late.ts'
import { preload } from '../../base/preload.ts'
import { savedViewsKey } from '../../base/saved-views-key.ts'
import { PortalElement, type WidgetState } from '../../base/portal-element.ts'
import type { Client } from '../../base/portal.ts'
import { NavigateEvent } from '../../events.ts'
import { catalog, type DealListMessages } from '../../locales/deal-list/catalog.ts'
import { frame } from '../../primitives/frame/frame.ts'
import { skeleton } from '../../primitives/skeleton/skeleton.ts'
import { styles } from './deal-list.styles.ts'
import { detailElement, fetchDetail } from './detail/detail-element.ts'
import { statusText } from './deal-status.ts'
import { focusFirst, isWhole, wholeList, type ListView } from '../../list/list-view.ts'
import { followChanges } from '../../base/follow-changes.ts'
import { LoadedItems } from '../../list/loaded-items.ts'
import { noneYet, rows } from '../../list/rows.ts'
import type { SavedViews } from '../../list/saved-views.ts'
import { foot, toolbar } from '../../list/toolbar.ts'

/**
 * @summary The partner's registrations, live: where each stands, what comes next, and one in full.
 *
 * @slot loading - Shown while the list is fetched.
 * @slot empty - Shown where nothing was registered yet.
 * @slot error - Shown where the list could not be fetched.
 * @slot offline - Shown above the list while there is no connection.
 * @slot degraded - Shown above the list while something is missing.
 * @event {NavigateEvent} prm-navigate - The partner opens a registration (`deal`), goes back (an empty id) or goes on with a draft (`draft`); cancelable.
 * @event {LoadErrorEvent} prm-load-error - The list could not be fetched.
 * @csspart frame - The card.
 * @csspart tools - Search, filters and sort.
 * @csspart rows - The list.
 * @csspart row - One registration.
 * @csspart more - The button that loads more.
 */
export class PrmDealList extends PortalElement<DealListMessages> {
  static override catalog = catalog
  static override styles = styles
  static override properties = {
    ...PortalElement.properties,
    dealId: { attribute: 'deal-id', reflect: true },
    dealHref: { attribute: 'deal-href' },
    registerHref: { attribute: 'register-href' },
  }

  /** Shows this registration in full instead of the list. */
  declare dealId: string | undefined
  /** The address of a registration on this site, with `{id}`; makes links that can be copied. */
  declare dealHref: string | undefined
  /** The address of the form on this site; shows a button that leads there. */
  declare registerHref: string | undefined

  /** What is loaded. */
  list = new LoadedItems()
  /** The views this user saved, once there is one or one could be. */
  savedViews: SavedViews | undefined
  #viewsKey = ''
  #discovery: Discovery | undefined
  #me: Me | undefined
  #announcement = ''
  #element: HTMLElement | undefined
  #opening: Promise<void> | undefined
  #typing: ReturnType<typeof setTimeout> | undefined
  readonly #focus = (...wanted: string[]) => focusFirst(this.renderRoot, wanted)
  /** True where the reader may see colleagues' registrations. */
  get seesCompany(): boolean {
    return (
      this.#me?.role !== 'partner_seller' ||
      this.list.items.some(({ ownerUserId }) => ownerUserId !== this.#me?.user.id)
    )
  }

  /** The vendor's word for a registration's stage. */
  stageOf({ stage }: Deal): string | undefined {
    return this.#discovery?.deals.stages.find(({ value }) => value === stage)?.label ?? stage
  }

  /** Narrows or sorts the list anew. */
  narrow(change: Partial<ListView>): void {
    this.list.view = { ...this.list.view, ...change }
    this.requestUpdate()
    void this.#openViews()
    clearTimeout(this.#typing)
    this.#typing = setTimeout(() => void this.#refresh(), change.search ? 250 : 0)
  }

  /** Opens a registration, or with an empty id goes back to the list. */
  open(id: string): void {
    if (!this.emit(new NavigateEvent({ resource: 'deal', id }))) return
    this.dealId = id || undefined
  }

  /** Loads the next page; the focus goes to its first row. */
  async more(): Promise<void> {
    const first = this.list.items.length
    await this.#refresh(this.list.next)
    await this.updateComplete
    this.renderRoot.querySelectorAll<HTMLElement>('.cover')[first]?.focus()
  }

  /** Hands out what the list is narrowed to as a CSV file. */
  async exportCsv(): Promise<void> {
    const file = loadLate(this, () => import('../../list/csv.ts'))
    await file.then(({ saveDeals }) => saveDeals(this)).catch((error) => this.degrade(error))
  }

  protected override async load(client: Client, signal: AbortSignal): Promise<WidgetState | void> {
    const options = { signal }
    const [discovery, me] = await Promise.all([
      client.discovery.get({}, options),
      client.me.get({}, options),
      this.list.fetch(client),
    ])
    this.#discovery = discovery
    this.#me = me
    const key = savedViewsKey + JSON.stringify([discovery.vendor.name, me.partner?.id, me.user.id])
    if (key !== this.#viewsKey) {
      this.#viewsKey = key
      void this.#openViews(true)
    }
    return this.#filled()
  }

  protected override watch(client: Client, signal: AbortSignal): void {
    followChanges(client, signal, {
      changed: (deal) => this.#replace(deal),
      stale: () => this.#refresh(),
    })
    preload(fetchDetail, signal)
    // What is said of deadlines changes with the clock.
    const tick = setInterval(() => this.requestUpdate(), 60_000)
    signal.addEventListener('abort', () => clearInterval(tick))
  }

  protected override clear(): void {
    this.list.stop()
    this.list = new LoadedItems()
    this.#me = this.#discovery = this.savedViews = undefined
    this.#viewsKey = ''
  }

  /** Back in the list, by its own button or the browser's, the focus goes to where it came from. */
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    const left = changed.get('dealId')
    if (!left || this.dealId || document.activeElement !== document.body) return
    this.#focus(`#deal-${CSS.escape(String(left))} .cover`, '#search')
  }

  override render(): TemplateResult {
    return frame(
      this,
      () => html`
        <p class="away" role="status">${this.#announcement}</p>
        ${this.dealId ? this.#detail(this.dealId) : this.#list()}
      `,
      () => noneYet(this),
    )
  }

  #list() {
    return html`${toolbar(this)}
    ${
      this.list.items.length
        ? [rows(this), foot(this)]
        : html`<div class="blank">
            <p>${this.t('noneMatch')}</p>
            <button
              class="button"
              type="button"
              @click=${() => [this.#focus('#search'), this.narrow(wholeList)]}
            >
              ${this.t('clearFilters')}
            </button>
          </div>`
    }`
  }

  /** Its locale is set, for the root around it names the language of the texts only. */
  #detail(dealId: string) {
    const { dealHref, portal, locale: lang } = this
    if (this.#element) return Object.assign(this.#element, { dealId, dealHref, portal, lang })
    if (!this.#opening)
      this.#opening = detailElement({
        open: (id) => this.open(id),
        gone: () => this.#drop(),
        changed: (deal) => this.#replace(deal),
      })
        .then((element) => (this.#element = element))
        .catch((error: unknown) => this.fail(error))
        .finally(() => (this.#opening = undefined))
        .then(() => this.requestUpdate())
    return skeleton(this.t('loading'))
  }

  async #refresh(cursor?: string) {
    const { client, list } = this
    if (!client) return
    try {
      if (!(await list.fetch(client, cursor))) return
      if (!cursor) this.#announcement = this.t('count', { n: list.total ?? list.items.length })
      this.show(this.#filled())
    } catch (error) {
      this.degrade(error)
    }
  }

  /** Loads what saved views need, or only where there are some. */
  async #openViews(onlyKept?: boolean) {
    const key = this.#viewsKey
    try {
      if (this.savedViews || (onlyKept && !localStorage.getItem(key))) return
      const { SavedViews } = await loadLate(this, () => import('../../list/saved-views.ts'))
      if (key === this.#viewsKey) this.savedViews ??= new SavedViews(this, key)
      this.requestUpdate()
    } catch {
      // Without storage there are none, and a list is of use without its views.
    }
  }

  #filled() {
    const { items, view } = this.list
    return items.length || this.dealId || !isWhole(view) ? 'ready' : 'empty'
  }

  /** Goes back without the registration that was deleted. */
  #drop() {
    this.list.drop(this.dealId)
    this.open('')
    void this.#refresh()
  }

  /** Shows how a registration is now; one that is new here needs a new list. */
  #replace(deal: Deal) {
    const old = this.list.replace(deal)
    if (!old) return void this.#refresh()
    this.requestUpdate()
    if (old.status === deal.status || !this.client) return
    const status = statusText(this.t, deal)
    this.#announcement = this.t('updated', { name: deal.customer.companyName, status })
    void this.list.recount(this.client).then(() => this.requestUpdate())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-deal-list': PrmDealList
  }
}
