import assert from 'node:assert/strict'
import type { DealRecord, DealSort } from '../../src/store/deals.ts'
import type { Paging, Store } from '../../src/store/store.ts'
import type { Page } from '../../src/store/types.ts'

/** Writes registrations, all or none. */
export const save = (store: Store, ...deals: DealRecord[]) =>
  store.write((tables) => tables.deals.insert(...deals))

/** Every registration that somebody of a partner sees in a list. */
export const seenBy = (
  store: Store,
  partnerId: string,
  more: object = {},
  sort: DealSort = 'created_desc',
) =>
  all((paging) =>
    store.read.deals.list({ scope: { kind: 'partner', partnerId }, ...more }, sort, paging),
  )

/** The ids of records, in their order. */
export function ids(records: readonly { id: string }[]): string[] {
  return records.map(({ id }) => id)
}

/** Every record of a list, seven at a time. */
export async function all<Item>(read: (paging: Paging) => Promise<Page<Item>>): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: string | undefined; ;) {
    const page = await read({ limit: 7, ...(cursor !== undefined && { cursor }) })
    items.push(...page.items)
    if (page.nextCursor === undefined) return items
    assert.ok(page.nextCursor.length <= 500 && page.items.length === 7)
    cursor = page.nextCursor
  }
}
