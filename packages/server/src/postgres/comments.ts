import { sql } from 'drizzle-orm'
import type { CommentRecord } from '../store/records.ts'
import type { Comments } from '../store/store.ts'
import { rowsOf, type Queries } from './database.ts'
import { decodeCursor, isInstant, isPlain, pageOf } from './paging.ts'
import { putEntries } from './recordset.ts'
import { comments } from './schema.ts'
import { statement } from './statement.ts'

const countByDeal = statement<{ dealId: string; count: number }>(
  sql`select deal_id as "dealId", count(*)::int as count from comments
    where deal_id = any(${sql.placeholder('dealIds')}::text[]) group by deal_id`,
)

export function commentTable(queries: Queries): Comments {
  return {
    async insert(record) {
      await queries.insert(comments).values(commentRow(record))
    },
    async put(records) {
      await queries.execute(putEntries(comments, records.map(commentRow)))
    },
    async list(dealId, { limit, cursor }) {
      const place = decodeCursor(cursor, [isInstant, isPlain])
      const after = place && sql`and (created_at, id) > (${place[0]}::timestamptz, ${place[1]})`
      const rows = await rowsOf<{ record: CommentRecord; at: string }>(
        queries,
        sql`select record, created_at::text as at from comments where deal_id = ${dealId} ${after}
          order by created_at, id limit ${limit + 1}`,
      )
      return pageOf(
        rows.map(({ record, at }) => ({ record, place: [at, record.id] })),
        limit,
      )
    },
    async count(dealIds) {
      const counts = await countByDeal(queries, { dealIds })
      return new Map(counts.map(({ dealId, count }) => [dealId, count]))
    },
  }
}

function commentRow(record: CommentRecord): typeof comments.$inferInsert {
  const { id, partnerId, dealId, createdAt } = record
  return { id, partnerId, dealId, createdAt, record }
}
