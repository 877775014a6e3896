import type { AnnouncementRecord } from '../../store/announcements.ts'
import type { Owned } from '../shared/visibility.ts'
import { hasBegun } from './validity.ts'

/** The facts about an announcement that decide who sees it: its audience, once it has begun. */
export function announcementOwned(
  announcement: Pick<AnnouncementRecord, 'audience' | 'validFrom'>,
  now: string,
): Owned {
  return { partnerIds: [], audiences: hasBegun(announcement, now) ? [announcement.audience] : [] }
}
