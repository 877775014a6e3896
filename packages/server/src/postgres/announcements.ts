import { eq, sql, type SQL } from 'drizzle-orm'
import type {
  AnnouncementFilter,
  AnnouncementMarks,
  AnnouncementRecord,
  Announcements,
} from '../store/announcements.ts'
import { rowsOf, type Queries } from './engine/database.ts'
import { audienceRow, inAudience } from './query/audience.ts'
import { keysetTable } from './query/keyset-table.ts'
import { array, putRows } from './query/recordset.ts'
import { announcements } from './announcement-schema.ts'
import { where } from './query/search.ts'

const order = [announcements.validFrom, announcements.id]
const pages = {
  from_asc: keysetTable<AnnouncementRecord>(announcements, order),
  from_desc: keysetTable<AnnouncementRecord>(announcements, order, { descending: true }),
}

export function announcementTable(queries: Queries): Announcements {
  const select = () => queries.select({ record: announcements.record }).from(announcements)

  return {
    async put(records) {
      await queries.execute(putRows(announcements, 'id', records.map(announcementRow)))
    },
    async get(id) {
      return (await select().where(eq(announcements.id, id)))[0]?.record
    },
    async many(ids) {
      const found = await select().where(sql`id = any(${array(ids)})`)
      return found.map(({ record }) => record)
    },
    async lock(id) {
      return (await select().where(eq(announcements.id, id)).for('update'))[0]?.record
    },
    list: (filter, sort, paging) =>
      pages[sort](queries, [...conditionsOf(filter), ...isUnread(filter)], paging),
    async count(filter) {
      const [row] = await rowsOf<{ all: number; unread: number }>(
        queries,
        sql`select count(*)::int as all, count(*) filter (where ${unread(filter)})::int as unread
          from announcements ${where(conditionsOf(filter))}`,
      )
      const { all = 0, unread: fresh = 0 } = row ?? {}
      const total = filter.unread === undefined ? all : filter.unread ? fresh : all - fresh
      return { total, unread: fresh, read: all - fresh }
    },
    async marks(userId, ids) {
      const rows = await rowsOf<{ id: string } & MarkRow>(
        queries,
        sql`select announcement_id as id, ${instants} from announcement_marks
          where user_id = ${userId} and announcement_id = any(${array(ids)})`,
      )
      return new Map(rows.map(({ id, ...marks }) => [id, marksOf(marks)]))
    },
    async mark(userId, id, { readAt = null, acknowledgedAt = null }) {
      const [row] = await rowsOf<MarkRow>(
        queries,
        sql`insert into announcement_marks as m (user_id, announcement_id, read_at, acknowledged_at)
          values (${userId}, ${id}, ${readAt}::timestamptz, ${acknowledgedAt}::timestamptz)
          on conflict (user_id, announcement_id) do update set
            read_at = coalesce(m.read_at, excluded.read_at),
            acknowledged_at = coalesce(m.acknowledged_at, excluded.acknowledged_at)
          returning ${instants}`,
      )
      return marksOf(row ?? { read: null, acknowledged: null })
    },
    async due(now, limit) {
      const rows = await rowsOf<{ record: AnnouncementRecord }>(
        queries,
        sql`select record from announcements where due_at <= ${now}::timestamptz
          order by due_at limit ${limit} for update skip locked`,
      )
      return rows.map(({ record }) => record)
    },
  }
}

interface MarkRow {
  read: number | null
  acknowledged: number | null
}

const instants = sql`(extract(epoch from read_at) * 1000)::float8 as read,
  (extract(epoch from acknowledged_at) * 1000)::float8 as acknowledged`

function marksOf({ read, acknowledged }: MarkRow): AnnouncementMarks {
  return {
    ...(read !== null && { readAt: new Date(read).toISOString() }),
    ...(acknowledged !== null && { acknowledgedAt: new Date(acknowledged).toISOString() }),
  }
}

/** The conditions that an announcement is valid now and for the reader. */
function conditionsOf({ reader, now }: AnnouncementFilter): SQL[] {
  const valid = sql`valid_from <= ${now}::timestamptz and valid_until > ${now}::timestamptz`
  return [valid, ...inAudience(reader)]
}

function unread({ userId }: AnnouncementFilter): SQL {
  return sql`not exists (
    select from announcement_marks m
    where m.user_id = ${userId} and m.announcement_id = announcements.id and m.read_at is not null
  )`
}

function isUnread(filter: AnnouncementFilter): SQL[] {
  if (filter.unread === undefined) return []
  return [filter.unread ? unread(filter) : sql`not (${unread(filter)})`]
}

/** The row of an announcement: the columns by which SQL finds it, and the record. */
function announcementRow(announcement: AnnouncementRecord): typeof announcements.$inferInsert {
  const { id, validFrom, validUntil = 'infinity', dueAt = null, audience } = announcement
  return {
    ...{ id, validFrom, validUntil, dueAt, ...audienceRow(audience) },
    record: announcement,
  }
}
