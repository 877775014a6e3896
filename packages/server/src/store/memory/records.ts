import type { ParentRecord } from '../records.ts'
import type { Records } from '../store.ts'
import { Table, type Undo } from './table.ts'

/** The parent table, and the ties of those tables whose rows hang on it. */
export interface Parents extends Records {
  /** Inserts or replaces a parent. */
  put(record: ParentRecord): void
  /** The parent of a row that is being written; throws without one, as a foreign key would. */
  require(id: string): ParentRecord
  /** Calls back when a record is removed. */
  onRemove(forget: (id: string) => void): void
}

export function recordTable(undo: Undo): Parents {
  const table = new Table<ParentRecord>(undo)
  const hanging: ((id: string) => void)[] = []

  function requireParent(id: string): ParentRecord {
    const parent = table.get(id)
    if (!parent) throw new Error(`There is no record ${id} to hang anything on.`)
    return parent
  }

  function put({ id, resource, createdAt, partners }: ParentRecord): void {
    table.put(id, { id, resource, createdAt, partners })
  }

  return {
    put,
    require: requireParent,
    onRemove: (forget) => void hanging.push(forget),
    async get(id) {
      return table.get(id)
    },
    // Writes take turns, so nobody else is there to wait.
    async lock(id) {
      return table.get(id)
    },
    async insert(record) {
      if (table.get(record.id)) throw new Error(`There is a record ${record.id} already.`)
      put(record)
    },
    async update(record) {
      requireParent(record.id)
      put(record)
    },
    async remove(id) {
      for (const forget of hanging) forget(id)
      table.delete(id)
    },
  }
}
