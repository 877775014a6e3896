import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Client } from '@prmkit/client'
import type { Deal, Discovery, FacetValue, Form } from '@prmkit/contract'
import type { PrmPortal } from '@prmkit/elements/portal'
import { distinct, loadDeals, portion } from './deal-pages.ts'
import type { DeskDeal } from './desk-deal.ts'
import { Patience } from './patience.ts'
import { queue } from './queue.ts'
import { orderChoice, queryOf, tabBar } from './tabs.ts'
import { troubleOf, troubleView, type Trouble } from './trouble.ts'
import { say, words } from './words.ts'

/** Milliseconds after the last key until a search begins. */
const pause = 250

const chosenHere = () => new URLSearchParams(location.search).get('deal') ?? undefined

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
  /** Whether what is to decide begins with what came last. */
  declare newest: boolean
  declare search: string
  declare deals: readonly Deal[] | undefined
  declare next: string | undefined
  declare chosen: string | undefined
  /** How many registrations of each status the search finds. */
  declare counts: readonly FacetValue[]
  declare trouble: Trouble | undefined

  #client: Client | undefined
  #discovery: Discovery | undefined
  #form: Form | undefined
  #loading = new AbortController()
  /** How many registrations the list is to show. */
  #wanted = portion
  #typing: ReturnType<typeof setTimeout> | undefined
  /** What the list was searched for. */
  #sought = ''
  #patience: Patience | undefined
  #leave: (() => void)[] = []

  constructor() {
    super()
    this.tab = 'decide'
    this.newest = true
    this.search = ''
    this.counts = []
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.chosen = chosenHere()
    addEventListener('popstate', this.#follow)
    this.#patience = new Patience(this.#again)
    void this.#start()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('popstate', this.#follow)
    for (const leave of this.#leave.splice(0)) leave()
    this.#patience?.end()
    this.#loading.abort()
    clearTimeout(this.#typing)
  }

  async #start() {
    try {
      const around = this.closest<PrmPortal>('prm-portal')!
      // Its attributes are read in its first update.
      await around.updateComplete
      const { portal } = around
      const client = await portal.client
      this.#discovery = await client.discovery.get()
      this.#form = await client.forms.get({ params: { name: this.#discovery.deals.form } })
      this.#client = client
      this.#leave.push(
        client.events.subscribe((event) => {
          void this.#load()
          const id = 'resourceId' in event ? event.resourceId : this.chosen
          if (id === this.chosen) void this.#reloadShown()
        }),
        // When the stream of events ends, somebody has to find out why.
        portal.on('prm-diagnostic', ({ diagnostic }) => {
          const { type, state } = diagnostic as { type?: string; state?: string }
          if (type === 'stream' && state === 'closed') void this.#load()
        }),
      )
      await this.#load()
    } catch (error) {
      this.#recover(error)
    }
  }

  #reloadShown = () => this.querySelector<DeskDeal>('qm-desk-deal')?.reload()

  #again = () => void (this.#client ? this.#load() : this.#start())

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
      if (!this.#client) return
      const wanted = this.#wanted - shown.length
      const { deals, next, counts } = await loadDeals(this.#client, query, wanted, signal)
      if (signal.aborted) return
      this.#sought = search
      this.deals = distinct([...shown, ...deals])
      this.next = next
      this.counts = counts ?? this.counts
      this.#recovered()
    } catch (error) {
      if (!signal.aborted) this.#recover(error)
    }
  }

  #choose(id: string | undefined) {
    history.pushState(undefined, '', id ? `?deal=${encodeURIComponent(id)}` : location.pathname)
    this.#follow()
  }

  /** Another registration that this one names is shown without loading the page anew. */
  #link = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="?deal="]')
    if (!link || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    this.#choose(new URL(link.href).searchParams.get('deal') ?? undefined)
  }

  /** Shows what the address names; the focus goes along. */
  #follow = () => {
    const before = this.chosen
    this.chosen = chosenHere()
    if (this.chosen !== before)
      void this.updateComplete.then(() =>
        this.querySelector<HTMLElement>(
          this.chosen ? '.detail' : `[data-deal="${CSS.escape(before ?? '')}"]`,
        )?.focus(),
      )
  }

  async #more() {
    const shown = this.deals?.length ?? 0
    this.#wanted = shown + portion
    await this.#load(this.next)
    await this.updateComplete
    this.querySelectorAll<HTMLElement>('.entry')[shown]?.focus()
  }

  override render(): TemplateResult {
    return html`<div class="desk-grid ${this.chosen ? 'open' : ''}">
      <section class="queue" aria-label=${words.deskQueue}>
        ${tabBar(this.tab, this.counts, (tab) => this.#show(tab))}
        <input
          type="search"
          maxlength="200"
          aria-label=${words.deskSearch}
          placeholder=${words.deskSearch}
          .value=${this.search}
          @input=${this.#find}
        />
        ${this.tab === 'decide' ? orderChoice(this.newest, (newest) => this.#show('decide', newest)) : nothing}
        ${troubleView(this.trouble, this.#again)} ${this.#list()}
      </section>
      <section class="detail" tabindex="-1" aria-label=${words.deskTitle} @click=${this.#link}>
        ${
          this.chosen && this.#client
            ? html`<button class="link back" @click=${() => this.#choose(undefined)}>
                  ${words.back}
                </button>
                <qm-desk-deal
                  .client=${this.#client}
                  .discovery=${this.#discovery}
                  .form=${this.#form}
                  .dealId=${this.chosen}
                  @changed=${() => this.#load()}
                ></qm-desk-deal>`
            : html`<p class="hint">${words.choose}</p>`
        }
      </section>
    </div>`
  }

  #list() {
    const { deals } = this
    const search = this.#sought
    const hint = (text: string) => html`<p class="hint" role="status">${text}</p>`
    if (!deals) return this.trouble ? nothing : hint(words.loading)
    if (!deals.length && search) return hint(say(words.noneFound, { search }))
    if (!deals.length) return hint(this.tab === 'decide' ? words.noneDecide : words.none)
    const onMore = this.next ? () => this.#more() : undefined
    const onChoose = (id: string) => this.#choose(id)
    return queue({ deals, chosen: this.chosen, onChoose, onMore })
  }

  /** Begins another list. */
  #show(tab: string, newest = true) {
    Object.assign(this, { tab, newest, deals: undefined })
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
