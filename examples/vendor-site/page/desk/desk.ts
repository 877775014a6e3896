import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Client } from '@prmkit/client'
import type { Deal, DealQuery, Discovery, Form } from '@prmkit/contract'
import type { PrmPortal } from '@prmkit/elements/portal'
import { dueOf, statusOf } from './deal-view.ts'
import type { DeskDeal } from './desk-deal.ts'
import { reasonOf, say, words } from './words.ts'

const tabs: Record<string, { label: string; query: DealQuery }> = {
  decide: {
    label: words.tabDecide,
    query: { status: ['submitted', 'under_review'], sort: 'created_desc' },
  },
  waiting: {
    label: words.tabWaiting,
    query: { status: ['action_required'], sort: 'updated_desc' },
  },
  approved: { label: words.tabApproved, query: { status: ['approved'], sort: 'expires_asc' } },
  all: { label: words.tabAll, query: { sort: 'updated_desc' } },
}

const chosenHere = () => new URLSearchParams(location.search).get('deal') ?? undefined

/** The channel manager's desk: a live queue of registrations beside the chosen one. */
export class Desk extends LitElement {
  static override properties = {
    tab: { state: true },
    search: { state: true },
    deals: { state: true },
    next: { state: true },
    chosen: { state: true },
    message: { state: true },
  }

  declare tab: string
  declare search: string
  declare deals: readonly Deal[] | undefined
  declare next: string | undefined
  declare chosen: string | undefined
  declare message: string | undefined

  #client: Client | undefined
  #discovery: Discovery | undefined
  #form: Form | undefined
  #loading = new AbortController()
  #stop: (() => void) | undefined

  constructor() {
    super()
    this.tab = 'decide'
    this.search = ''
  }

  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.chosen = chosenHere()
    addEventListener('popstate', this.#follow)
    void this.#start()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('popstate', this.#follow)
    this.#stop?.()
    this.#loading.abort()
  }

  async #start() {
    try {
      const around = this.closest<PrmPortal>('prm-portal')!
      // Its attributes are read in its first update.
      await around.updateComplete
      const client = await around.portal.client
      this.#discovery = await client.discovery.get()
      this.#form = await client.forms.get({ params: { name: this.#discovery.deals.form } })
      this.#client = client
      this.#stop?.()
      this.#stop = client.events.subscribe((event) => {
        void this.#load()
        const id = 'resourceId' in event ? event.resourceId : this.chosen
        if (id === this.chosen) void this.querySelector<DeskDeal>('qm-desk-deal')?.reload()
      })
      await this.#load()
    } catch (error) {
      this.message = say(words.failed, { reason: reasonOf(error) })
    }
  }

  /** Loads as much as is shown, so that news do not shorten a list that somebody reads. */
  async #load(cursor?: string) {
    this.#loading.abort()
    const { signal } = (this.#loading = new AbortController())
    const search = this.search.trim()
    const query: DealQuery = {
      ...tabs[this.tab]?.query,
      limit: cursor ? 25 : Math.min(100, Math.max(25, this.deals?.length ?? 0)),
      ...(search && { search }),
      ...(cursor && { cursor }),
    }
    try {
      const page = await this.#client?.deals.list({ query }, { signal })
      if (!page || signal.aborted) return
      this.deals = cursor ? [...(this.deals ?? []), ...page.items] : page.items
      this.next = page.nextCursor
      this.message = undefined
    } catch (error) {
      if (!signal.aborted) this.message = say(words.failed, { reason: reasonOf(error) })
    }
  }

  #choose(id: string | undefined) {
    history.pushState(undefined, '', id ? `?deal=${encodeURIComponent(id)}` : location.pathname)
    this.#follow()
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
    await this.#load(this.next)
    await this.updateComplete
    this.querySelectorAll<HTMLElement>('.entry')[shown]?.focus()
  }

  override render(): TemplateResult {
    return html`<div class="desk-grid ${this.chosen ? 'open' : ''}">
      <section class="queue" aria-label=${words.deskQueue}>
        <div class="tabs" role="group" aria-label=${words.deskQueue}>
          ${Object.entries(tabs).map(
            ([tab, { label }]) =>
              html`<button aria-pressed=${tab === this.tab} @click=${() => this.#show(tab)}>
                ${label}
              </button>`,
          )}
        </div>
        <input
          type="search"
          maxlength="200"
          aria-label=${words.deskSearch}
          placeholder=${words.deskSearch}
          .value=${this.search}
          @input=${this.#find}
        />
        ${
          this.message
            ? html`<p class="failed" role="alert">
                ${this.message}
                <button class="link" @click=${() => this.#start()}>${words.retry}</button>
              </p>`
            : nothing
        }
        ${this.#list()}
      </section>
      <section class="detail" tabindex="-1" aria-label=${words.deskTitle}>
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
    if (!deals)
      return html`<p class="hint" role="status">${this.message ? nothing : words.loading}</p>`
    if (!deals.length) {
      return html`<p class="hint" role="status">
        ${this.tab === 'decide' ? words.noneDecide : words.none}
      </p>`
    }
    return html`<ul>
        ${deals.map(
          (deal) =>
            html`<li>
              <button
                class="entry"
                data-deal=${deal.id}
                aria-current=${deal.id === this.chosen ? 'true' : nothing}
                @click=${() => this.#choose(deal.id)}
              >
                <b><bdi>${deal.customer.companyName}</bdi></b>
                <span><bdi>${deal.name}</bdi></span>
                <small>
                  <bdi>${deal.partners[0]?.name ?? deal.number}</bdi>
                  ${statusOf(deal)}
                </small>
                ${dueOf(deal)}
              </button>
            </li>`,
        )}
      </ul>
      ${
        this.next
          ? html`<button class="button" @click=${() => this.#more()}>${words.more}</button>`
          : nothing
      }`
  }

  #show(tab: string) {
    this.tab = tab
    this.deals = undefined
    void this.#load()
  }

  #find = (event: Event) => {
    this.search = (event.target as HTMLInputElement).value
    void this.#load()
  }
}
