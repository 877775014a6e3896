import { nextDue } from '../../rules/announcements/validity.ts'
import { announce, type Doer } from '../shared/journal.ts'
import { announcementResource } from './resource.ts'

/** Tells of announcements that have begun or ended, at most so many; answers how many. */
export async function tellDue({ tables, now }: Doer, limit: number): Promise<number> {
  const due = await tables.announcements.due(now, limit)
  for (const { dueAt: _, ...stored } of due) {
    const next = nextDue(stored, now)
    const record = { ...stored, revision: stored.revision + 1, ...(next && { dueAt: next }) }
    await tables.announcements.put([record])
    await announce(announcementResource, tables, record, announcementResource.events.updated, now)
  }
  return due.length
}
