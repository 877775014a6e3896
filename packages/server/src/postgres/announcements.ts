import { sql } from 'drizzle-orm'
import type { AnnouncementRecord } from '../store/records.ts'
import type { Announcements } from '../store/store.ts'
import type { Queries } from './database.ts'
import { array, putRows } from './recordset.ts'
import { announcements } from './schema.ts'

export function announcementTable(queries: Queries): Announcements {
  return {
    async put(records) {
      await queries.execute(putRows(announcements, 'id', records.map(announcementRow)))
    },
    async many(ids) {
      const found = await queries
        .select({ record: announcements.record })
        .from(announcements)
        .where(sql`id = any(${array(ids)})`)
      return found.map(({ record }) => record)
    },
  }
}

/** The columns by which SQL finds an announcement, and the announcement. */
function announcementRow(announcement: AnnouncementRecord): typeof announcements.$inferInsert {
  const { id, validFrom, validUntil = 'infinity', audience } = announcement
  const { tiers = [], regions = [], partnerKinds = [], partnerIds = [], roles = [] } = audience
  return {
    ...{ id, validFrom, validUntil, tiers, regions, partnerKinds, partnerIds, roles },
    record: announcement,
  }
}
