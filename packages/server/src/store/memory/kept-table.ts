import type { Kept } from '../types.ts'
import { pageOf, type Order } from './paging.ts'
import { Table, type Undo } from './table.ts'

/** A table whose records are found by id and by a filter; `rows` and `matching` serve further questions. */
export function keptTable<Row extends { id: string }, Filter>(
  undo: Undo,
  order: Order<Row>,
  fits: (row: Row, filter: Filter) => boolean,
): Kept<Row, Filter> & { matching(filter: Filter): Row[]; rows: ReadonlyMap<string, Row> } {
  const table = new Table<Row>(undo)
  const matching = (filter: Filter) => [...table.rows.values()].filter((row) => fits(row, filter))
  return {
    matching,
    rows: table.rows,
    put: (records) => table.putAll(records),
    get: async (id) => table.get(id),
    many: async (ids) => table.many(ids),
    // Writes run one after another, so a row needs no lock.
    lock: async (id) => table.get(id),
    list: async (filter, paging) => pageOf(matching(filter), order, paging),
    count: async (filter) => matching(filter).length,
  }
}

/** Counts how often each value occurs, and sorts by value. */
export function tally(values: Iterable<string>): { value: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((one, other) => (one.value < other.value ? -1 : 1))
}
