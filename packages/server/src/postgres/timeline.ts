import { sql } from 'drizzle-orm'
import type { TimelineRecord } from '../store/records.ts'
import type { Timeline } from '../store/store.ts'
import { rowsOf, type Queries } from './database.ts'
import { decodeCursor, isInstant, pageOf } from './paging.ts'
import { putEntries } from './recordset.ts'
import { timeline } from './schema.ts'

export function timelineTable(queries: Queries): Timeline {
  return {
    async append(record) {
      await queries.insert(timeline).values(timelineRow(record))
    },
    async put(records) {
      await queries.execute(putEntries(timeline, records.map(timelineRow)))
    },
    async list(dealId, { limit, cursor }) {
      const place = decodeCursor(cursor, [isInstant, (word) => /^\d{1,18}$/.test(word)])
      const after = place && sql`and (at, seq) > (${place[0]}::timestamptz, ${place[1]}::bigint)`
      const rows = await rowsOf<{ record: TimelineRecord; place: string; number: string }>(
        queries,
        sql`select record, at::text as place, seq::text as number from timeline where deal_id = ${dealId} ${after}
          order by at, seq limit ${limit + 1}`,
      )
      return pageOf(
        rows.map(({ record, place: at, number }) => ({ record, place: [at, number] })),
        limit,
      )
    },
  }
}

function timelineRow(record: TimelineRecord): typeof timeline.$inferInsert {
  const { id, partnerId, dealId, at } = record
  return { id, partnerId, dealId, at, record }
}
