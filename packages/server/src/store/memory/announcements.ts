import type { AnnouncementRecord } from '../records.ts'
import type { Announcements } from '../store.ts'
import { Table, type Undo } from './table.ts'

export function announcementTable(undo: Undo): Announcements {
  const table = new Table<AnnouncementRecord>(undo)
  return {
    put: (records) => table.putAll(records),
    async many(ids) {
      return table.many(ids)
    },
  }
}
