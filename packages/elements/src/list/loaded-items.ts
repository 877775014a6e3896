import type { FacetValue } from '@prmkit/contract'
import type { ItemPage, ListItem, ListOperations } from './list-operations.ts'
import { queryOf, wholeView, type ListView, type Offered } from './list-view.ts'

/** The loaded items in order, and the counts of all. */
export class LoadedItems<Item extends ListItem> {
  /** The loaded items in order. */
  items: readonly Item[] = []
  /** The values of each filter, with the number of items that have them. */
  facets: Readonly<Record<string, readonly FacetValue[]>> = {}
  /** The number of items in all. */
  total: number | undefined
  /** The first page as it was read last. */
  firstPage: ItemPage<Item> | undefined
  /** The first items, which the next drawing leaves as they are: it only adds those after them. */
  kept = 0
  /** The cursor of the next page. */
  next: string | undefined
  /** The search, filters and order. */
  view: ListView
  readonly #offered: Offered
  #fetching: AbortController | undefined
  #shown: ListView | undefined
  #wanted = 0

  constructor(offered: Offered) {
    this.#offered = offered
    this.view = wholeView(offered)
  }

  /**
   * Fetches the loaded pages anew or, with a cursor, the page after them; false when a newer request
   * took over.
   */
  async fetch(operations: ListOperations<Item>, cursor?: string): Promise<boolean> {
    this.stop()
    const { signal } = (this.#fetching = new AbortController())
    const { view } = this
    const known = cursor ? this.items : []
    const items = new Map(known.map((item) => [item.id, item]))
    let next = cursor
    if (cursor) this.#wanted = items.size + 1
    else if (this.#shown !== view) this.#wanted = 0
    try {
      do {
        const query = queryOf(this.#offered, view, next, this.#wanted)
        const page = await operations.list({ query }, { signal })
        if (signal.aborted) return false
        if (!next) {
          this.#count(page)
          this.firstPage = page
        }
        // An item that changed its place meanwhile comes twice.
        for (const item of page.items) if (!items.has(item.id)) items.set(item.id, item)
        next = page.nextCursor
      } while (next && items.size < this.#wanted)
      this.items = [...items.values()]
      this.kept = known.length
      this.next = next
      this.#shown = view
      return true
    } catch (error) {
      if (signal.aborted) return false
      throw error
    }
  }

  /** Fetches every item of the view, also those that are not loaded yet. */
  async every(operations: ListOperations<Item>): Promise<readonly Item[]> {
    const { items, next, view } = this
    const all = new Map(items.map((item) => [item.id, item]))
    for (let cursor = next; cursor;) {
      const page = await operations.list({ query: queryOf(this.#offered, view, cursor, 100) })
      for (const item of page.items) if (!all.has(item.id)) all.set(item.id, item)
      cursor = page.nextCursor
    }
    return [...all.values()]
  }

  /** Counts anew, as after a change of status; failures leave the old counts. */
  async recount(operations: ListOperations<Item>): Promise<void> {
    const query = { ...queryOf(this.#offered, this.view), limit: 1 }
    const page = await Promise.resolve(operations.list({ query })).catch(() => undefined)
    if (page) this.#count(page)
  }

  /** Replaces an item by its newer self and answers the older; nothing where it is not loaded. */
  replace(item: Item): Item | undefined {
    const old = this.items.find(({ id }) => id === item.id)
    this.kept = 0
    if (old && (old.revision ?? 0) <= (item.revision ?? 0))
      this.items = this.items.map((one) => (one === old ? item : one))
    return old
  }

  /** Takes a deleted item away. */
  drop(gone: string | undefined): void {
    this.items = this.items.filter(({ id }) => id !== gone)
  }

  /** Ends the request under way. */
  stop(): void {
    this.#fetching?.abort()
  }

  #count({ total, facets }: ItemPage<Item>) {
    this.total = total
    this.facets = facets ?? {}
  }
}
