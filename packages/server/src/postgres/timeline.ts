import { eq } from 'drizzle-orm'
import type { TimelineRecord } from '../store/records.ts'
import type { Timeline } from '../store/store.ts'
import type { Queries } from './engine/database.ts'
import { keysetTable } from './query/keyset-table.ts'
import { hangRow, putHanging } from './records.ts'
import { timeline } from './schema.ts'

const page = keysetTable<TimelineRecord>(timeline, [timeline.at, timeline.seq])

export function timelineTable(queries: Queries): Timeline {
  return {
    append: (entry) => hangRow(queries, timeline, timelineRow(entry)),
    async put(records) {
      await queries.execute(putHanging(timeline, records.map(timelineRow)))
    },
    list: (recordId, paging) => page(queries, [eq(timeline.recordId, recordId)], paging),
  }
}

/** The columns by which SQL finds and sorts an entry, and the entry. */
function timelineRow(entry: TimelineRecord): Omit<typeof timeline.$inferInsert, 'partnerId'> {
  const { id, recordId, at } = entry
  return { id, recordId, at, record: entry }
}
