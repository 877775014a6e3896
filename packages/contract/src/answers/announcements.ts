// Generated from routes.ts; see generate.ts.
import { Announcement } from '../schemas/announcements/announcements.ts'

/** The schemas of the answers of `announcements`; in brackets where pages hold them. */
export const answers = {
  list: [Announcement],
  get: Announcement,
  read: Announcement,
  acknowledge: Announcement,
}
