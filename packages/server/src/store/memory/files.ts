import type { FileRecord } from '../records.ts'
import type { Files } from '../store.ts'
import { Table, type Undo } from './table.ts'

export function fileTable(undo: Undo): Files {
  const table = new Table<FileRecord>(undo)
  return {
    async get(id) {
      return table.get(id)
    },
    async many(ids) {
      return table.many(ids)
    },
    // Writes take turns, so nobody else is there to wait.
    async lock(ids) {
      return table.many(ids)
    },
    async insert(file) {
      table.put(file.id, file)
    },
    async update(file) {
      if (!table.get(file.id)) throw new Error(`There is no file ${file.id} to update.`)
      table.put(file.id, file)
    },
    async remove(id) {
      table.delete(id)
    },
    async orphans(before, limit) {
      const orphans: FileRecord[] = []
      for (const file of table.rows.values())
        if (orphans.length < limit && file.usedBy === undefined && file.createdAt < before)
          orphans.push(file)
      return orphans
    },
  }
}
