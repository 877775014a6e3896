import { isInAudience } from '../../rules/shared/audience.ts'
import type {
  AnnouncementFilter,
  AnnouncementMarks,
  AnnouncementRecord,
  Announcements,
} from '../announcements.ts'
import { pageOf } from './paging.ts'
import { Table, type Undo } from './table.ts'

export function announcementTable(undo: Undo): Announcements {
  const table = new Table<AnnouncementRecord>(undo)
  const marked = new Table<AnnouncementMarks>(undo)
  const markOf = (userId: string, id: string) => marked.get(`${id} ${userId}`)

  /** The announcements that a reader finds, read or not. */
  function matching({ reader, now }: AnnouncementFilter): AnnouncementRecord[] {
    return [...table.rows.values()].filter(
      ({ validFrom, validUntil, audience }) =>
        validFrom <= now &&
        (validUntil === undefined || validUntil > now) &&
        isInAudience(audience, reader),
    )
  }

  function chosen({ userId, unread }: AnnouncementFilter, { id }: AnnouncementRecord): boolean {
    return unread === undefined || unread === (markOf(userId, id)?.readAt === undefined)
  }

  return {
    put: (records) => table.putAll(records),
    async get(id) {
      return table.get(id)
    },
    async many(ids) {
      return table.many(ids)
    },
    async lock(id) {
      return table.get(id)
    },
    async list(filter, sort, paging) {
      const rows = matching(filter).filter((record) => chosen(filter, record))
      const by = ({ validFrom }: AnnouncementRecord) => validFrom
      return pageOf(rows, { list: sort, by, descending: sort === 'from_desc' }, paging)
    },
    async count(filter) {
      const all = matching(filter)
      const unread = all.filter((record) => chosen({ ...filter, unread: true }, record)).length
      const total = all.filter((record) => chosen(filter, record)).length
      return { total, unread, read: all.length - unread }
    },
    async marks(userId, ids) {
      return new Map(
        ids.flatMap((id) => {
          const marks = markOf(userId, id)
          return marks ? [[id, marks] as const] : []
        }),
      )
    },
    async mark(userId, id, marks) {
      const all = { ...marks, ...markOf(userId, id) }
      marked.put(`${id} ${userId}`, all)
      return all
    },
    async due(now, limit) {
      return [...table.rows.values()]
        .filter(({ dueAt }) => dueAt !== undefined && dueAt <= now)
        .slice(0, limit)
    },
  }
}
