import type { AnnouncementRecord } from '../../store/announcements.ts'
import type { Owned } from '../shared/visibility.ts'

/** The facts about an announcement that decide who sees it: its audience alone. */
export function announcementOwned({ audience }: Pick<AnnouncementRecord, 'audience'>): Owned {
  return { partnerIds: [], audiences: [audience] }
}
