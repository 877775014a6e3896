import type { Deal, FacetValue } from '@prmkit/contract'
import type { Client } from '../base/portal.ts'
import { queryOf, wholeList, type ListView } from './list-view.ts'

/** The registrations that are loaded, in order, and what is known of the rest. */
export class LoadedItems {
  /** The loaded registrations in order. */
  items: readonly Deal[] = []
  /** The statuses and how many have each. */
  facets: readonly FacetValue[] = []
  /** How many there are in all. */
  total: number | undefined
  /** Where the next page begins. */
  next: string | undefined
  /** What the list is narrowed to. */
  view: ListView = wholeList
  #fetching: AbortController | undefined
  #shown: ListView | undefined
  #wanted = 0

  /** Fetches anew what is loaded or, with a cursor, the page after it; false when a newer request took over. */
  async fetch(client: Client, cursor?: string): Promise<boolean> {
    this.stop()
    const { signal } = (this.#fetching = new AbortController())
    const { view } = this
    let items = cursor ? this.items : []
    let next = cursor
    if (cursor) this.#wanted = this.items.length + 1
    else if (this.#shown !== view) this.#wanted = 0
    try {
      do {
        const query = queryOf(view, next, this.#wanted)
        const page = await client.deals.list({ query }, { signal })
        if (signal.aborted) return false
        if (!next) this.#count(page)
        const seen = new Set(items.map(({ id }) => id))
        // What changed its place meanwhile may come twice.
        items = [...items, ...page.items.filter(({ id }) => !seen.has(id))]
        next = page.nextCursor
      } while (next && items.length < this.#wanted)
      this.items = items
      this.next = next
      this.#shown = view
      return true
    } catch (error) {
      if (signal.aborted) return false
      throw error
    }
  }

  /** Counts anew, as after a status changed; failures leave the old counts. */
  async recount(client: Client): Promise<void> {
    const query = { ...queryOf(this.view), limit: 1 }
    const page = await client.deals.list({ query }).catch(() => undefined)
    if (page) this.#count(page)
  }

  /** Puts a registration in the place of its older self, which is answered; nothing where it is not loaded. */
  replace(deal: Deal): Deal | undefined {
    const old = this.items.find(({ id }) => id === deal.id)
    if (old && old.revision <= deal.revision)
      this.items = this.items.map((one) => (one === old ? deal : one))
    return old
  }

  /** Takes away one that was deleted. */
  drop(gone: string | undefined): void {
    this.items = this.items.filter(({ id }) => id !== gone)
  }

  /** Ends a request that is under way. */
  stop(): void {
    this.#fetching?.abort()
  }

  #count(page: { total?: number | undefined; facets?: Record<string, FacetValue[]> | undefined }) {
    this.total = page.total
    this.facets = page.facets?.['status'] ?? []
  }
}
