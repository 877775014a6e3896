import * as z from 'zod/mini'
import { ExternalIds, Id, Instant, Language, paging } from './common.ts'
import { TextBlock } from './text-blocks.ts'

/** A piece of news from the vendor. */
export const Announcement = z.object({
  id: Id,
  externalIds: ExternalIds,
  createdAt: Instant,
  updatedAt: Instant,
  revision: z.int(),
  /** `acknowledge` as long as the caller is asked to. */
  allowedActions: z.array(z.string()),
  title: z.string(),
  text: z.array(TextBlock),
  /** The language of title and text. */
  language: Language,
  validFrom: Instant,
  /** After this instant it is no longer listed, and still opened by its id. */
  validUntil: z.optional(Instant),
  /** The vendor asks every reader to acknowledge it. */
  acknowledge: z.boolean(),
  /** The caller's own marks, which do not move the revision. */
  mine: z.object({ readAt: z.optional(Instant), acknowledgedAt: z.optional(Instant) }),
  custom: z.record(z.string(), z.unknown()),
})
export type Announcement = z.infer<typeof Announcement>

export const AnnouncementSort = z.enum(['from_desc', 'from_asc'])
export type AnnouncementSort = z.infer<typeof AnnouncementSort>

export const AnnouncementQuery = z.strictObject({
  ...paging,
  /** Only announcements that the caller has not read, or only those that they have. */
  unread: z.optional(z.boolean()),
  /** The newest come first without it. */
  sort: z.optional(AnnouncementSort),
  /** Ask for `total` and `facets`, which cost a count. */
  facets: z.optional(z.boolean()),
})
export type AnnouncementQuery = z.infer<typeof AnnouncementQuery>
