import * as z from 'zod/mini'
import { filledIn, Id, Instant, Person, Reason, text } from './common.ts'
import { FileStatus } from './files.ts'

/** One message about a record between partner and vendor. */
export const Comment = z.object({
  id: Id,
  text: z.string(),
  author: Person,
  createdAt: Instant,
})
export type Comment = z.infer<typeof Comment>

/** A new message. */
export const CommentInput = z.strictObject({ text: text(5000).check(...filledIn()) })

/** One thing that happened to a record, for people to read. */
export const TimelineEntry = z.object({
  id: Id,
  at: Instant,
  actor: Person,
  /** The event's type, for example `deal.approved`. */
  type: z.string(),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  reason: z.optional(Reason),
  /** Pointers of the fields that changed. */
  changed: z.optional(z.array(z.string())),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** A file that belongs to a record. */
export const Attachment = z.object({
  fileId: Id,
  name: z.string(),
  mediaType: z.string(),
  size: z.int(),
  status: FileStatus,
  addedAt: Instant,
})
export type Attachment = z.infer<typeof Attachment>

/** The file to attach. */
export const AttachmentInput = z.strictObject({ fileId: Id })
