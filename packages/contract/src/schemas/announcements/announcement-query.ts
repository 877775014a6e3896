import * as z from 'zod/mini'
import { paging } from '../pages.ts'

/** The orders of a list of announcements, by the beginning of their validity. */
export const AnnouncementSort = z.enum(['from_desc', 'from_asc'])
export type AnnouncementSort = z.infer<typeof AnnouncementSort>

/** The query of a list of announcements. */
export const AnnouncementQuery = z.strictObject({
  ...paging,
  /** `true` asks for announcements that the caller has not read, `false` for those that they have. */
  unread: z.optional(z.boolean()),
  /** The order of the list; the newest come first without it. */
  sort: z.optional(AnnouncementSort),
  /** Ask for `total` and `facets`, which cost a count. */
  facets: z.optional(z.boolean()),
})
export type AnnouncementQuery = z.infer<typeof AnnouncementQuery>
