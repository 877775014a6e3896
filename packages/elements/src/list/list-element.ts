import { html, type TemplateResult } from 'lit'
import type { Discovery, Me } from '@prmkit/contract'
import { followChanges } from '../base/follow-changes.ts'
import { loadLate } from '../base/load-late.ts'
import type { Messages } from '../base/messages.ts'
import { PortalElement, type Loaded } from '../base/portal-element.ts'
import type { Client } from '../base/portal.ts'
import { preload } from '../base/preload.ts'
import { savedViewsKey } from '../base/saved-views-key.ts'
import { NavigateEvent } from '../events.ts'
import { frame } from '../primitives/frame/frame.ts'
import { skeleton } from '../primitives/skeleton/skeleton.ts'
import { focusFirst } from './focus-first.ts'
import { foot } from './foot.ts'
import type { ListDefinition, ListScene } from './list-definition.ts'
import type { ListItem } from './list-operations.ts'
import { isWhole, wholeView, type ListView } from './list-view.ts'
import { LoadedItems } from './loaded-items.ts'
import { RecordSlot } from './record-slot.ts'
import { rows } from './rows.ts'
import type { SavedViews } from './saved-views.ts'
import { toolbar } from './toolbar.ts'

/** A live list of records, one of which may stand in its place in full. */
export abstract class ListElement<
  Item extends ListItem,
  M extends Messages = Messages,
> extends PortalElement<M> {
  /** The resource of the list with its columns, orders and filters. */
  protected abstract readonly definition: ListDefinition<Item, never>
  /** The record shown in full instead of the list. */
  protected abstract recordId: string | undefined
  /** The address of a record on the host's site, with `{id}`. */
  protected abstract readonly recordHref: string | undefined

  /** The loaded items; made once the definition is there. */
  get list(): LoadedItems<Item> {
    return (this.#list ??= new LoadedItems(this.#definition))
  }

  /** The views this user saved, once there is one or one could be. */
  savedViews: SavedViews<Item> | undefined
  discovery: Discovery | undefined
  me: Me | undefined
  #list: LoadedItems<Item> | undefined
  #viewsKey = ''
  #announcement = ''
  readonly #slot = new RecordSlot<Item>({
    open: (id) => this.open(id),
    gone: () => this.#drop(),
    changed: (item) => this.#replace(item),
    fail: (error) => this.fail(error),
    requestUpdate: () => this.requestUpdate(),
  })
  // The record that was shown before.
  #left: string | undefined
  #typing: ReturnType<typeof setTimeout> | undefined
  readonly #focus = (...wanted: string[]) => focusFirst(this.renderRoot, wanted)
  readonly #late = () => loadLate(this, () => import('./late-list.ts'))

  /** Narrows or sorts the list anew. */
  narrow(change: Partial<ListView>): void {
    this.list.view = { ...this.list.view, ...change }
    this.requestUpdate()
    void this.#openViews()
    clearTimeout(this.#typing)
    this.#typing = setTimeout(() => void this.#refresh(), change.search ? 250 : 0)
  }

  /** Opens a record, or with an empty id goes back to the list. */
  open(id: string): void {
    const { kind: resource, page } = this.#definition
    if (this.emit(new NavigateEvent({ resource, id })) && page) this.recordId = id || undefined
  }

  /** Loads the next page; the focus goes to its first row. */
  async more(): Promise<void> {
    const first = this.list.items.length
    await this.#refresh(this.list.next)
    await this.updateComplete
    this.renderRoot.querySelectorAll<HTMLElement>('.cover')[first]?.focus()
  }

  /** Hands out the narrowed list as a spreadsheet. */
  async exportCsv(): Promise<void> {
    try {
      const { saveCsv } = await this.#late()
      const { columns } = await loadLate(this, () => this.#definition.columns())
      await saveCsv(this.#scene, columns(this.#scene))
    } catch (error) {
      this.degrade(error)
    }
  }

  /** Draws the list anew, then focuses the first of these that is there. */
  redraw(...focused: string[]): void {
    this.requestUpdate()
    void this.updateComplete.then(() => this.#focus(...focused))
  }

  protected override async load(client: Client, signal: AbortSignal): Promise<Loaded> {
    const { resource, operations } = this.#definition
    const [discovery, me, fetched] = await Promise.all([
      client.discovery.get({}, { signal }),
      client.me.get({}, { signal }),
      this.list.fetch(operations(client)).catch((error: unknown) => ({ error })),
    ])
    if (!this.isOffered(resource, discovery)) return 'empty'
    if (typeof fetched === 'object') throw fetched.error
    Object.assign(this, { discovery, me })
    const owner = [resource, discovery.vendor.name, me.partner?.id, me.user.id]
    const key = savedViewsKey + JSON.stringify(owner)
    if (key !== this.#viewsKey) {
      this.#viewsKey = key
      void this.#openViews(true)
    }
    return this.#filled()
  }

  protected override watch(client: Client, signal: AbortSignal): void {
    const { resource, operations, page, isTimed } = this.#definition
    followChanges<Item>(client, signal, {
      resource,
      since: this.list.firstPage,
      get: (id, signal) => operations(client).get({ params: { id } }, { signal }),
      changed: (item) => this.#replace(item),
      stale: () => this.#refresh(),
    })
    if (page) preload(page, signal)
    // Deadlines are counted down with the clock.
    const tick = setInterval(() => isTimed && this.requestUpdate(), 60_000)
    signal.addEventListener('abort', () => clearInterval(tick))
  }

  protected override clear(): void {
    this.#list?.stop()
    this.#list = this.me = this.discovery = this.savedViews = undefined
    this.#viewsKey = ''
  }

  /** Back in the list, by its own button or the browser's, the focus goes to the row of the record. */
  protected override updated(): void {
    this.list.kept = 0
    const left = this.#left
    this.#left = this.recordId
    if (!left || this.recordId || document.activeElement !== document.body) return
    this.#focus(`#row-${CSS.escape(left)} .cover`, '#search', '.tools select')
  }

  override render(): TemplateResult {
    const { blank } = this.#definition
    return frame(
      this as never,
      () => html`
        <p class="away" role="status">${this.#announcement}</p>
        ${this.recordId ? this.#record(this.recordId) : this.#rows()}
      `,
      blank && (() => blank(this.#scene)),
    )
  }

  /** This list as its views see it: the keys they read are in every list's catalog. */
  get #scene() {
    return this as unknown as ListScene<Item>
  }

  /** The definition for a list whose own texts and properties its views do not name. */
  get #definition() {
    return this.definition as unknown as ListDefinition<Item>
  }

  #rows() {
    const { t } = this.#scene
    return html`${toolbar(this.#scene, this.savedViews?.render())}
    ${
      this.list.items.length
        ? [rows(this.#scene), foot(this.#scene)]
        : html`<div class="blank">
            <p>${t('noneMatch')}</p>
            <button
              class="button"
              type="button"
              @click=${() => [this.#focus('#search', '.tools select'), this.narrow(wholeView(this.#definition))]}
            >
              ${t('clearFilters')}
            </button>
          </div>`
    }`
  }

  /** The record in full; its language is set, for the root around it names that of the texts. */
  #record(recordId: string) {
    const { recordHref, portal, locale: lang } = this
    const { page } = this.#definition
    const shown = page && this.#slot.show(page, { recordId, recordHref, portal, lang })
    return shown ?? skeleton(this.#scene.t('loading'))
  }

  async #refresh(cursor?: string) {
    const { client, list } = this
    if (!client) return
    try {
      if (!(await list.fetch(this.#definition.operations(client), cursor))) return
      if (this.isUpdatePending) list.kept = 0
      if (!cursor)
        this.#announcement = this.#scene.t('count', { n: list.total ?? list.items.length })
      this.show(this.#filled())
    } catch (error) {
      this.degrade(error)
    }
  }

  /** Loads the code for saved views; with `onlyKept`, only where some are stored. */
  async #openViews(onlyKept?: boolean) {
    const key = this.#viewsKey
    try {
      if (this.savedViews || (onlyKept && !localStorage.getItem(key))) return
      const { SavedViews } = await this.#late()
      if (key === this.#viewsKey) this.savedViews ??= new SavedViews(this as never, key)
      this.requestUpdate()
    } catch {
      // Without storage there are none, and a list is of use without its views.
    }
  }

  #filled() {
    const { items, view } = this.list
    return items.length || this.recordId || !isWhole(view) ? 'ready' : 'empty'
  }

  /** Goes back without the record that was deleted. */
  #drop() {
    this.list.drop(this.recordId)
    this.open('')
    void this.#refresh()
  }

  /** Shows a record as it is now; one that is not loaded needs the list anew. */
  #replace(item: Item) {
    const { client, list } = this
    const definition = this.#definition
    const old = list.replace(item)
    if (!old) return void this.#refresh()
    this.requestUpdate()
    const text = definition.changeText?.(old, item, this.#scene)
    if (!text || !client) return
    this.#announcement = text
    void list.recount(definition.operations(client)).then(() => this.requestUpdate())
  }
}
