import { eq, sql, type SQL } from 'drizzle-orm'
import type { FileRecord } from '../store/records.ts'
import type { Files, Usage } from '../store/store.ts'
import { rowsOf, type Queries } from './engine/database.ts'
import { array } from './query/recordset.ts'
import { files } from './schema.ts'

interface Row {
  record: FileRecord
  usedBy: string | null
  resource: string | null
}

export function fileTable(queries: Queries): Files {
  const found = async (condition: SQL): Promise<FileRecord[]> => {
    const rows = await rowsOf<Row>(
      queries,
      sql`select record, used_by as "usedBy", used_by_resource as resource from files
        where ${condition}`,
    )
    return rows.map(toFile)
  }

  const sum = async (condition: SQL): Promise<Usage> => {
    const [row] = await rowsOf<{ files: string; bytes: string }>(
      queries,
      sql`select count(*) as files, coalesce(sum(size), 0) as bytes from files where ${condition}`,
    )
    return { files: Number(row?.files), bytes: Number(row?.bytes) }
  }

  return {
    async usage(userId, partnerId = '') {
      // Files that are announced at once are counted one after another.
      for (const whose of [`user ${userId}`, ...(partnerId ? [`partner ${partnerId}`] : [])])
        await queries.execute(sql`select pg_advisory_xact_lock(hashtext(${`files of ${whose}`}))`)
      return {
        user: await sum(sql`user_id = ${userId} and used_by is null`),
        partner: await sum(sql`partner_id = ${partnerId}`),
      }
    },
    get: async (id) => (await found(sql`id = ${id}`))[0],
    many: async (ids) => (ids.length === 0 ? [] : found(sql`id = any(${array(ids)})`)),
    async lock(ids) {
      if (ids.length === 0) return []
      // The rows are locked in one order, so that no two transactions wait for each other.
      return found(sql`id = any(${array(ids)}) order by id for update`)
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
    async use(recordId, fileIds) {
      const { rows } = await queries.execute(sql`with parent as (
          select partner_id, id, resource from records where id = ${recordId} for key share
        ), free as (
          update files set used_by_partner = null, used_by = null, used_by_resource = null
          where used_by = ${recordId} and not id = any(${array(fileIds)})
        ), taken as (
          update files f set used_by_partner = parent.partner_id, used_by = parent.id,
            used_by_resource = parent.resource
          from parent where f.id = any(${array(fileIds)}) and f.used_by is null
        )
        select id from parent`)
      if (rows.length === 0) throw new Error(`There is no record ${recordId} to use files.`)
    },
    async remove(id) {
      const gone = await rowsOf<Row>(
        queries,
        sql`delete from files where id = ${id} and used_by is null returning id`,
      )
      const used = gone.length === 0 ? (await found(sql`id = ${id}`))[0]?.usedBy : undefined
      if (used) throw new Error(`The file ${id} is used by ${used.resource} ${used.id}.`)
    },
    orphans: (before, limit) =>
      found(sql`used_by is null and created_at < ${before}::timestamptz
        order by created_at limit ${limit}`),
    async storage(id) {
      const [row] = await rowsOf<{ id: string }>(
        queries,
        sql`insert into file_storage (id) values (${id})
          on conflict (one) do update set id = file_storage.id returning id`,
      )
      return row?.id ?? id
    },
  }
}

function toFile({ record, usedBy, resource }: Row): FileRecord {
  return usedBy === null || resource === null
    ? record
    : { ...record, usedBy: { resource, id: usedBy } }
}

function fileRow({ usedBy: _, ...file }: FileRecord) {
  const { id, partnerId = null, userId, size, createdAt } = file
  return { id, partnerId, userId, size, createdAt, record: file }
}
