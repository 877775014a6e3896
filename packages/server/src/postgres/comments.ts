import { eq, sql } from 'drizzle-orm'
import type { CommentRecord } from '../store/records.ts'
import type { Comments } from '../store/store.ts'
import type { Queries } from './engine/database.ts'
import { keysetTable } from './query/keyset-table.ts'
import { hangRow, putHanging } from './records.ts'
import { comments } from './schema.ts'
import { statement } from './query/statement.ts'

const page = keysetTable<CommentRecord>(comments, [comments.createdAt, comments.id])

const countByRecord = statement<{ recordId: string; count: number }>(
  sql`select record_id as "recordId", count(*)::int as count from comments
    where record_id = any(${sql.placeholder('recordIds')}::text[])
      and (only_partner is null or only_partner = ${sql.placeholder('partnerId')})
    group by record_id`,
)

export function commentTable(queries: Queries): Comments {
  return {
    async insert(comment) {
      await hangRow(queries, comments, commentRow(comment))
    },
    async put(records) {
      await queries.execute(putHanging(comments, records.map(commentRow)))
    },
    list: (recordId, { partnerId = null }, paging) => {
      const readable = sql`(only_partner is null or only_partner = ${partnerId})`
      return page(queries, [eq(comments.recordId, recordId), readable], paging)
    },
    async count(recordIds, { partnerId = null }) {
      const counts = await countByRecord(queries, { recordIds, partnerId })
      return new Map(counts.map(({ recordId, count }) => [recordId, count]))
    },
  }
}

/** The row of a comment: the columns by which SQL finds and sorts it, and the record. */
function commentRow(comment: CommentRecord): Omit<typeof comments.$inferInsert, 'partnerId'> {
  const { id, recordId, createdAt, onlyPartnerId: onlyPartner = null } = comment
  return { id, recordId, createdAt, onlyPartner, record: comment }
}
