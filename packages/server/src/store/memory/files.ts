import type { FileRecord } from '../records.ts'
import type { Files } from '../store.ts'
import { Index } from './index-by.ts'
import type { Parents } from './records.ts'
import { Table, type Undo } from './table.ts'

export function fileTable(undo: Undo, parents: Parents): Files {
  const byUser = new Index<FileRecord>(({ usedBy }) => (usedBy ? [usedBy.id] : []))
  const table = new Table<FileRecord>(undo, (before, after) => byUser.change(before, after))
  const storage = new Table<{ id: string }>(undo)

  function letGo(recordId: string, kept: readonly string[]): void {
    for (const { usedBy: _, ...file } of [...byUser.of(recordId)])
      if (!kept.includes(file.id)) table.put(file.id, file)
  }
  parents.onRemove((recordId) => letGo(recordId, []))

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
    async update({ usedBy: _, ...file }) {
      const before = table.get(file.id)
      if (!before) throw new Error(`There is no file ${file.id} to update.`)
      table.put(file.id, { ...file, ...(before.usedBy && { usedBy: before.usedBy }) })
    },
    async use(recordId, fileIds) {
      const { resource } = parents.require(recordId)
      letGo(recordId, fileIds)
      for (const file of table.many(fileIds))
        if (!file.usedBy) table.put(file.id, { ...file, usedBy: { resource, id: recordId } })
    },
    async remove(id) {
      const usedBy = table.get(id)?.usedBy
      if (usedBy) throw new Error(`The file ${id} is used by ${usedBy.resource} ${usedBy.id}.`)
      table.delete(id)
    },
    async orphans(before, limit) {
      const orphans: FileRecord[] = []
      for (const file of table.rows.values())
        if (orphans.length < limit && file.usedBy === undefined && file.createdAt < before)
          orphans.push(file)
      return orphans
    },
    async storage(id) {
      const known = storage.get('storage')
      if (!known) storage.put('storage', { id })
      return known?.id ?? id
    },
  }
}
