import * as z from 'zod/mini'
import { ExternalIds, Id, Instant, Language, Reason } from '../common.ts'

/** The states of content that a vendor publishes. */
export const ContentStatus = z.enum(['draft', 'published', 'retired'])
export type ContentStatus = z.infer<typeof ContentStatus>

/** The fields of a record with title and description that a vendor publishes. */
export const contentRecord = {
  /** The record’s id, the same in every language. */
  id: Id,
  /** Identifiers of the record in other systems. */
  externalIds: ExternalIds,
  /** The instant at which it was made. */
  createdAt: Instant,
  /** The instant of the last change. */
  updatedAt: Instant,
  /** Grows by one with each change. */
  revision: z.int(),
  /** The state of the record. */
  status: ContentStatus,
  /** The reason of the state. */
  statusReason: z.optional(Reason),
  /** The actions that the caller may do now. */
  allowedActions: z.array(z.string()),
  /** Pointers of the fields that the caller may change now. */
  editableFields: z.array(z.string()),
  /** The title as plain text. */
  title: z.string(),
  /** The description as plain text. */
  description: z.string(),
  /** The language of title and description. */
  language: Language,
}
