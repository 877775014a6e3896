import type { Deal, FacetValue } from '@prmkit/contract'
import type { Client } from '../../base/portal.ts'
import { queryOf, wholeList, type ListView } from './list-view.ts'

/** The registrations that are loaded, in order, and what is known of the rest. */
export class LoadedDeals {
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

  /** Fetches the first page or, with a cursor, the next; false when a newer request took over. */
  async fetch(client: Client, cursor?: string): Promise<boolean> {
    this.stop()
    const { signal } = (this.#fetching = new AbortController())
    try {
      const page = await client.deals.list({ query: queryOf(this.view, cursor) }, { signal })
      if (signal.aborted) return false
      const seen = new Set(this.items.map(({ id }) => id))
      // What changed its place meanwhile may come twice.
      this.items = cursor
        ? [...this.items, ...page.items.filter(({ id }) => !seen.has(id))]
        : page.items
      this.next = page.nextCursor
      if (!cursor) this.#count(page)
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

  /** Ends a request that is under way. */
  stop(): void {
    this.#fetching?.abort()
  }

  #count(page: { total?: number | undefined; facets?: Record<string, FacetValue[]> | undefined }) {
    this.total = page.total
    this.facets = page.facets?.['status'] ?? []
  }
}
