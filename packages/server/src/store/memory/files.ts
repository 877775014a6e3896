import type { FileRecord } from '../records.ts'
import type { Files, Usage } from '../store.ts'
import { Index } from './index-by.ts'
import type { Parents } from './records.ts'
import { Table, type Undo } from './table.ts'

export function fileTable(undo: Undo, parents: Parents): Files {
  const byRecord = new Index<FileRecord>(({ usedBy }) => (usedBy ? [usedBy.id] : []))
  const byOwner = new Index<FileRecord>(({ userId, partnerId }) => [
    `user ${userId}`,
    ...(partnerId === undefined ? [] : [`partner ${partnerId}`]),
  ])
  const table = new Table<FileRecord>(undo, (before, after) => {
    byRecord.change(before, after)
    byOwner.change(before, after)
  })
  const storage = new Table<{ id: string }>(undo)

  function letGo(recordId: string, kept: readonly string[]): void {
    for (const { usedBy: _, ...file } of [...byRecord.of(recordId)])
      if (!kept.includes(file.id)) table.put(file.id, file)
  }
  parents.onRemove((recordId) => letGo(recordId, []))

  const sum = (all: Iterable<FileRecord>): Usage => {
    const usage = { files: 0, bytes: 0 }
    for (const { size } of all) {
      usage.files += 1
      usage.bytes += size
    }
    return usage
  }

  return {
    async usage(userId, partnerId) {
      const unused = [...byOwner.of(`user ${userId}`)].filter(({ usedBy }) => !usedBy)
      return { user: sum(unused), partner: sum(byOwner.of(`partner ${partnerId}`)) }
    },
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
