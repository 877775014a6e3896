import type { Resource } from '../../resource.ts'
import { announcementOwned } from '../../rules/announcements/owned.ts'
import type { AnnouncementRecord } from '../../store/announcements.ts'

/** Announcements as the shared parts of the server see them. */
export const announcementResource: Resource<AnnouncementRecord, 'updated'> = {
  name: 'announcements',
  noun: 'announcement',
  events: { updated: 'announcement.updated' },
  load: (tables, id) => tables.announcements.get(id),
  lock: (tables, id) => tables.announcements.lock(id),
  owned: announcementOwned,
}
