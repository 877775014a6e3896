import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Client } from '@prmkit/client'
import type { AssetUse as Use, AssetUseQuery } from '@prmkit/contract'
import type { PrmPortal } from '@prmkit/elements/portal'
import { saveCsv } from './csv.ts'
import { Patience } from '../desk/patience.ts'
import { searchReport, type SearchReport } from '../articles/search-report.ts'
import { troubleOf, troubleView, type Trouble } from '../desk/trouble.ts'
import { useCells, useTable } from './use-table.ts'
import { inDays, words } from '../desk/words.ts'

type Tab = 'used' | 'never' | 'searches'

const tabs: Record<Tab, string> = {
  used: words.useUsed,
  never: words.useNever,
  searches: words.useSearches,
}

/** The use of the content library in a period, what nobody used, and what was searched for. */
export class AssetUse extends LitElement {
  static override properties = {
    tab: { state: true },
    days: { state: true },
    sort: { state: true },
    rows: { state: true },
    next: { state: true },
    report: { state: true },
    trouble: { state: true },
  }

  declare tab: Tab
  /** The length of the period in days; 0 for all time. */
  declare days: number
  declare sort: NonNullable<AssetUseQuery['sort']>
  declare rows: readonly Use[] | undefined
  /** The cursor of the next page. */
  declare next: string | undefined
  declare report: SearchReport | undefined
  declare trouble: Trouble | undefined
  #client: Client | undefined
  #patience: Patience | undefined

  constructor() {
    super()
    Object.assign(this, { tab: 'used', days: 90, sort: 'views_desc' })
  }

  // The desk is part of the site: its styles are the site's.
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#patience = new Patience(() => void this.#load())
    void this.#load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#patience?.end()
  }

  async #connect(): Promise<Client> {
    const around = this.closest<PrmPortal>('prm-portal')!
    // Its attributes are read in its first update.
    await around.updateComplete
    return (this.#client ??= await around.portal.client)
  }

  get #query(): AssetUseQuery {
    const { tab, days, sort } = this
    return { used: tab === 'used', sort, ...(days > 0 && { from: inDays(-days) }) }
  }

  /** Fetches what is shown, or the page after it. */
  async #load(cursor?: string) {
    const asked = [this.tab, this.days, this.sort].join()
    const isStill = () => asked === [this.tab, this.days, this.sort].join()
    try {
      const client = await this.#connect()
      if (this.tab === 'searches') {
        const query = { resource: 'assets', limit: 100 }
        const { items } = await client.searches.list({ query })
        if (isStill()) this.report = items
      } else {
        const query = { ...this.#query, limit: 50, ...(cursor && { cursor }) }
        const { items, nextCursor } = await client.assetUse.list({ query })
        if (!isStill()) return
        this.rows = cursor ? [...(this.rows ?? []), ...items] : items
        this.next = nextCursor
      }
      this.trouble = undefined
      this.#patience?.rest()
    } catch (error) {
      this.trouble = troubleOf(error)
      if (this.trouble.passing) this.#patience?.wait()
    }
  }

  #show(change: Partial<Pick<AssetUse, 'tab' | 'days' | 'sort'>>) {
    Object.assign(this, change, { rows: undefined, next: undefined })
    void this.#load()
  }

  /** Hands out every page of the report as a spreadsheet. */
  async #export() {
    try {
      const client = await this.#connect()
      const all: Use[] = []
      let cursor: string | undefined
      do {
        const query = { ...this.#query, limit: 100, ...(cursor && { cursor }) }
        const { items, nextCursor } = await client.assetUse.list({ query })
        all.push(...items)
        cursor = nextCursor
      } while (cursor)
      const heads = useCells.map(({ heading }) => heading)
      const lines = all.map((use) => useCells.map(({ value }) => String(value(use))))
      saveCsv('content-use', [heads, ...lines])
    } catch (error) {
      this.trouble = troubleOf(error)
    }
  }

  override render(): TemplateResult {
    const { tab, trouble, report } = this
    return html`<section class="report" aria-label=${words.navUse}>
      <div class="tabs" role="group" aria-label=${words.use}>
        ${Object.entries(tabs).map(
          ([name, label]) =>
            html`<button
              aria-pressed=${name === tab}
              @click=${() => this.#show({ tab: name as Tab })}
            >
              ${label}
            </button>`,
        )}
      </div>
      ${troubleView(trouble, () => void this.#load())}
      ${
        tab === 'searches'
          ? [html`<p class="hint">${words.searchesHint}</p>`, searchReport(report)]
          : [this.#choices(), this.#table()]
      }
    </section>`
  }

  #choices() {
    const options = (all: Record<string, string>, chosen: string) =>
      Object.entries(all).map(
        ([value, label]) =>
          html`<option value=${value} ?selected=${value === chosen}>${label}</option>`,
      )
    const chosen = (event: Event) => (event.target as HTMLSelectElement).value
    return html`<div class="choices">
      <label
        >${words.usePeriod}
        <select @change=${(event: Event) => this.#show({ days: Number(chosen(event)) })}>
          ${options(words.usePeriods, String(this.days))}
        </select></label
      >
      ${
        this.tab === 'used'
          ? html`<label
              >${words.useOrder}
              <select
                @change=${(event: Event) => this.#show({ sort: chosen(event) as AssetUse['sort'] })}
              >
                ${options(words.useOrders, this.sort)}
              </select></label
            >`
          : nothing
      }
      <button class="button" @click=${() => void this.#export()}>${words.useExport}</button>
    </div>`
  }

  #table() {
    const { rows, next, tab } = this
    if (!rows) return html`<p class="hint" role="status">${words.loading}</p>`
    const none = tab === 'used' ? words.useNone : words.useAll
    if (!rows.length) return html`<p class="hint" role="status">${none}</p>`
    return html`<p class="hint">${words.useHint}</p>
      ${useTable(rows, tab === 'used')}
      ${
        next
          ? html`<button class="button" @click=${() => void this.#load(next)}>
              ${words.useMore}
            </button>`
          : nothing
      }`
  }
}
