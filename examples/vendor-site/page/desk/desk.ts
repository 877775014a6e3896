import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Deal, FacetValue } from '@prmkit/contract'
import { choose, chosenHere, focusShown, linkedDeal } from './address.ts'
import { connect, watch, type Connection } from './connect.ts'
import { portion } from './deal-pages.ts'
import { loadPart } from './load-part.ts'
import type { DeskDeal } from './desk-deal.ts'
import { keysOf, press } from './desk-keys.ts'
import { Patience } from './patience.ts'
import { backButton, following, queueView } from './queue.ts'
import { beginning, orderChoice, queryOf, searchField, tabBar } from './tabs.ts'
import { troubleOf, troubleView, type Trouble } from './trouble.ts'
import { words } from './words.ts'

/** Milliseconds after the last key until a search begins. */
const pause = 250

/** The channel manager's desk: a live queue of registrations beside the chosen one. */
export class Desk extends LitElement {
  static override properties = {
    tab: { state: true },
    newest: { state: true },
    search: { state: true },
    deals: { state: true },
    next: { state: true },
    chosen: { state: true },
    counts: { state: true },
    trouble: { state: true },
  }

  declare tab: string
  /** Whether what is to decide begins with what came last, and not with what is due first. */
  declare newest: boolean
  declare search: string
  declare deals: readonly Deal[] | undefined
  declare next: string | undefined
  declare chosen: string | undefined
  /** How many registrations of each status the search finds. */
  declare counts: readonly FacetValue[] | undefined
  declare trouble: Trouble | undefined

  #connection: Connection | undefined
  #loading = new AbortController()
  /** How many registrations the list is to show. */
  #wanted = portion
  #typing: ReturnType<typeof setTimeout> | undefined
  /** The text that the list was searched for. */
  #sought = ''
  /** Where in the list the chosen registration is, or was. */
  #place = 0
  /** The registrations of the part as far as they were loaded without a search. */
  #all: readonly Deal[] = []
  #patience: Patience | undefined
  #leave: (() => void) | undefined

  constructor() {
    super()
    this.tab = 'decide'
    this.newest = false
    this.search = ''
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.chosen = chosenHere()
    addEventListener('popstate', this.#follow)
    addEventListener('keydown', this.#press)
    this.#patience = new Patience(this.#again)
    void this.#start()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('popstate', this.#follow)
    removeEventListener('keydown', this.#press)
    this.#leave?.()
    this.#patience?.end()
    this.#loading.abort()
    clearTimeout(this.#typing)
  }

  async #start() {
    try {
      this.#connection = await connect(this)
      const onNews = (id = this.chosen) => {
        void this.#load()
        if (id === this.chosen) void this.#reloadShown()
      }
      // When the stream of events ends, somebody has to find out why.
      this.#leave = watch(this.#connection, onNews, () => void this.#load())
      await this.#load()
    } catch (error) {
      this.#recover(error)
    }
  }

  #reloadShown = () => this.querySelector<DeskDeal>('qm-desk-deal')?.reload()

  #again = () => void (this.#connection ? this.#load() : this.#start())

  /** Says what is wrong; what may pass is tried again. */
  #recover(error: unknown) {
    this.trouble = troubleOf(error)
    if (this.trouble.passing) this.#patience?.wait()
    else this.#patience?.rest()
  }

  #recovered() {
    this.#patience?.rest()
    if (this.trouble) void this.#reloadShown()
    this.trouble = undefined
  }

  /** Loads all that is shown, so that news do not shorten a list that somebody reads, or goes on. */
  async #load(cursor?: string) {
    clearTimeout(this.#typing)
    this.#loading.abort()
    const { signal } = (this.#loading = new AbortController())
    const search = this.search.trim()
    // A cursor goes on with what was searched for when it came.
    const shown = (cursor && search === this.#sought && this.deals) || []
    const query = {
      ...queryOf(this.tab, this.newest, search),
      ...(cursor && shown.length > 0 ? { cursor } : { facets: true }),
    }
    try {
      const { client } = this.#connection ?? {}
      if (!client) return
      const { tab, newest } = this
      const part = { tab, newest, search, query, shown, count: this.#wanted }
      const { deals, next, counts, all } = await loadPart(client, part, this.#all, signal)
      if (signal.aborted) return
      this.#all = all
      this.#sought = search
      this.deals = deals
      this.next = next
      this.counts = counts ?? this.counts
      this.#recovered()
    } catch (error) {
      if (!signal.aborted) this.#recover(error)
    }
  }

  protected override willUpdate(): void {
    const place = this.deals?.findIndex(({ id }) => id === this.chosen) ?? -1
    if (place >= 0) this.#place = place
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('chosen') || (changed.has('deals') && !changed.get('deals')))
      this.querySelector('.entry[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }

  #choose(id: string | undefined) {
    choose(id)
    this.#follow()
  }

  #link = (event: MouseEvent) => {
    const id = linkedDeal(event)
    if (id) this.#choose(id)
  }

  /** Shows what the address names; the focus goes along. */
  #follow = () => {
    const before = this.chosen
    this.chosen = chosenHere()
    if (this.chosen !== before)
      void this.updateComplete.then(() => focusShown(this, this.chosen, before))
  }

  async #more() {
    const shown = this.deals?.length ?? 0
    this.#wanted = shown + portion
    await this.#load(this.next)
    await this.updateComplete
    this.querySelectorAll<HTMLElement>('.entry')[shown]?.focus()
  }

  override render(): TemplateResult {
    const { deals, trouble, counts } = this
    const [first] = deals ?? []
    const connection = this.#connection
    const ordered = this.tab === 'decide' && (deals ? first : !trouble)
    const next = following(deals ?? [], this.chosen, this.#place)
    return html`<div class="desk-grid ${this.chosen && connection ? 'open' : ''}">
      <section class="queue" aria-label=${words.deskQueue}>
        ${tabBar(this.tab, counts, (tab) => this.#show(tab))}
        ${searchField(this.search, this.#find)}
        ${ordered ? orderChoice(this.newest, (newest) => this.#show('decide', newest)) : nothing}
        ${troubleView(trouble, this.#again)} ${deals || !trouble ? this.#list() : nothing}
      </section>
      <section class="detail" tabindex="-1" aria-label=${words.deskTitle} @click=${this.#link}>
        ${
          this.chosen && connection
            ? html`${backButton(() => this.#choose(undefined))}
                <qm-desk-deal
                  .client=${connection.client}
                  .discovery=${connection.discovery}
                  .form=${connection.form}
                  .dealId=${this.chosen}
                  .following=${next}
                  @changed=${() => this.#load()}
                  @following=${() => this.#choose(next?.id)}
                ></qm-desk-deal>`
            : counts && (first || !this.#sought)
              ? beginning(this.tab, counts, first && (() => this.#choose(first.id)))
              : nothing
        }
      </section>
    </div>`
  }

  #list() {
    const { deals, chosen, tab, counts } = this
    return queueView({
      ...{ deals, chosen, tab, counts, search: this.#sought },
      timeZone: this.#connection?.discovery.timeZone,
      onChoose: (id) => this.#choose(id),
      onMore: this.next ? () => this.#more() : undefined,
      onSearchAll: () => this.#show('all'),
    })
  }

  #press = (event: KeyboardEvent) =>
    press(
      event,
      keysOf(this, this.deals ?? [], this.chosen, (id) => this.#choose(id)),
    )

  /** Begins another list. */
  #show(tab: string, newest = false) {
    Object.assign(this, { tab, newest, deals: undefined })
    this.#all = []
    this.#wanted = portion
    void this.#load()
  }

  #find = (event: Event) => {
    this.search = (event.target as HTMLInputElement).value
    this.#wanted = portion
    clearTimeout(this.#typing)
    this.#typing = setTimeout(() => this.#load(), pause)
  }
}
