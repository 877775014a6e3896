import type { Tables } from '../../store/store.ts'
import { changeEvent } from './merge-deal.ts'
import type { Table } from '../csv/table.ts'

interface Entry {
  id: string
  recordId: string
}

/** Writes comments or history of deals that are there, and tells of each as an event of its deal. */
export function replaceEntries<Made extends Entry>(
  put: (tables: Tables, records: Made[]) => Promise<void>,
  event: string,
): Table<Made>['replace'] {
  return async (tables, { added, changed, records, at }) => {
    // Locked, so that a draft which is deleted meanwhile takes along what is written here.
    const found = await tables.deals.lockMany([...new Set(records.map((one) => one.recordId))])
    const deals = new Map(found.map((deal) => [deal.id, deal]))
    const usable = [...added, ...changed].flatMap((row) => {
      const deal = deals.get(row.record.recordId)
      return deal ? [{ row, deal }] : []
    })
    if (usable.length > 0) {
      await put(
        tables,
        usable.map(({ row }) => row.record),
      )
      await tables.events.append(...usable.map(({ deal }) => changeEvent(deal, event, at)))
    }
    return usable.map(({ row }) => row)
  }
}
