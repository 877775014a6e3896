import type { Content, ContentRow } from '../store.ts'
import { Table, type Undo } from './table.ts'

/** Remembers the rows of a vendor's files. Writes take turns, so that nothing needs a lock. */
export function contentTable(undo: Undo): Content {
  const table = new Table<ContentRow>(undo)
  const nameOf = (kind: string, key: string) => `${kind} ${key}`
  const find: Content['find'] = async (kind, keys) => {
    const rows = table.many(keys.map((key) => nameOf(kind, key)))
    return new Map(rows.map((row) => [row.key, row]))
  }

  return {
    find,
    lock: find,
    async said(kind, keys) {
      const rows = table.many(keys.map((key) => nameOf(kind, key)))
      return new Map(rows.flatMap(({ key, said }) => (said ? [[key, said] as const] : [])))
    },
    async put(kind, rows) {
      for (const row of rows) table.put(nameOf(kind, row.key), row)
    },
  }
}
