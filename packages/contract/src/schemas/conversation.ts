import * as z from 'zod/mini'
import { Id, Instant, Person, Reason } from './common.ts'
import { FileStatus } from './files.ts'

/** One message about a record between partner and vendor. */
export const Comment = z.object({
  /** The message’s id. */
  id: Id,
  /** The message as plain text. */
  text: z.string(),
  /** The person who wrote it. */
  author: Person,
  /** The instant at which it was written. */
  createdAt: Instant,
  /** Whether only the partner reads it, because it was written before the record was sent in. */
  partnerOnly: z.optional(z.boolean()),
})
export type Comment = z.infer<typeof Comment>

/** One thing that happened to a record, for people to read. */
export const TimelineEntry = z.object({
  /** The entry’s id. */
  id: Id,
  /** The instant at which it happened. */
  at: Instant,
  /** The person or system that did it. */
  actor: Person,
  /** The event’s type, for example `deal.approved`. */
  type: z.string(),
  /** The status before, where it changed. */
  from: z.optional(z.string()),
  /** The status afterwards, where it changed. */
  to: z.optional(z.string()),
  /** The reason that was given. */
  reason: z.optional(Reason),
  /** Pointers of the fields that changed. */
  changed: z.optional(z.array(z.string())),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

/** A file that belongs to a record. */
export const Attachment = z.object({
  /** The file’s id. */
  fileId: Id,
  /** The file’s name. */
  name: z.string(),
  /** The file’s media type. */
  mediaType: z.string(),
  /** Bytes of the file. */
  size: z.int(),
  /** How far the file’s check has come. */
  status: FileStatus,
  /** The instant at which it was attached. */
  addedAt: Instant,
})
export type Attachment = z.infer<typeof Attachment>
