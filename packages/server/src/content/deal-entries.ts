import { ownerOf } from '../rules/deals/owned.ts'
import type { Tables } from '../store/store.ts'
import { changeEvent } from './merge-deal.ts'
import type { Table } from './table.ts'

interface Entry {
  id: string
  dealId: string
}

/**
 * Writes comments or history of deals that are there, and tells of each as an event of its deal. The
 * owner of the deal, who leads the keys of its entries, is the store's knowledge and not the file's.
 */
export function replaceEntries<Made extends Entry>(
  put: (tables: Tables, records: (Made & { partnerId: string })[]) => Promise<void>,
  event: string,
): Table<Made>['replace'] {
  return async (tables, { added, changed, records, at }) => {
    const found = await tables.deals.many([...new Set(records.map(({ dealId }) => dealId))])
    const deals = new Map(found.map((deal) => [deal.id, deal]))
    const usable = [...added, ...changed].flatMap((row) => {
      const deal = deals.get(row.record.dealId)
      return deal ? [{ row, deal, record: { ...row.record, partnerId: ownerOf(deal) } }] : []
    })
    if (usable.length > 0) {
      await put(
        tables,
        usable.map(({ record }) => record),
      )
      await tables.events.append(...usable.map(({ deal }) => changeEvent(deal, event, at)))
    }
    return usable.map(({ row }) => row)
  }
}
