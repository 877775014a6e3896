import { eq, sql } from 'drizzle-orm'
import type { FileRecord } from '../store/records.ts'
import type { Files } from '../store/store.ts'
import type { Queries } from './database.ts'
import { array } from './recordset.ts'
import { files } from './schema.ts'

export function fileTable(queries: Queries): Files {
  const select = () => queries.select({ record: files.record }).from(files)

  return {
    async get(id) {
      return (await select().where(eq(files.id, id)))[0]?.record
    },
    async many(ids) {
      if (ids.length === 0) return []
      return (await select().where(sql`id = any(${array(ids)})`)).map(({ record }) => record)
    },
    async lock(ids) {
      if (ids.length === 0) return []
      // In one order, so that no two wait for each other.
      const found = await select()
        .where(sql`id = any(${array(ids)})`)
        .orderBy(files.id)
        .for('update')
      return found.map(({ record }) => record)
    },
    async insert(file) {
      await queries.insert(files).values(fileRow(file))
    },
    async update(file) {
      const { rowCount } = await queries
        .update(files)
        .set(fileRow(file))
        .where(eq(files.id, file.id))
      if (rowCount === 0) throw new Error(`There is no file ${file.id} to update.`)
    },
    async remove(id) {
      await queries.delete(files).where(eq(files.id, id))
    },
    async orphans(before, limit) {
      const unused = await select()
        .where(sql`used_by is null and created_at < ${before}::timestamptz`)
        .orderBy(files.createdAt)
        .limit(limit)
      return unused.map(({ record }) => record)
    },
  }
}

function fileRow(file: FileRecord): typeof files.$inferInsert {
  const { id, partnerId = null, usedBy = null, createdAt } = file
  return { id, partnerId, usedBy, createdAt, record: file }
}
