import * as z from 'zod/mini'
import { ExternalIds, Id, Instant, Language } from '../common.ts'
import { TextBlock } from '../articles/text-blocks.ts'

/** A piece of news from the vendor. */
export const Announcement = z.object({
  /** The announcement’s id. */
  id: Id,
  /** Identifiers of the record in other systems. */
  externalIds: ExternalIds,
  /** The instant at which it was made. */
  createdAt: Instant,
  /** The instant of the last change. */
  updatedAt: Instant,
  /** Grows by one with each change. */
  revision: z.int(),
  /** `acknowledge` as long as the caller is asked to. */
  allowedActions: z.array(z.string()),
  /** The title as plain text. */
  title: z.string(),
  /** The text in paragraphs and lists. */
  text: z.array(TextBlock),
  /** The language of title and text. */
  language: Language,
  /** The instant from which on it is there. */
  validFrom: Instant,
  /** After this instant it is no longer listed, and still opened by its id. */
  validUntil: z.optional(Instant),
  /** The vendor asks every reader to acknowledge it. */
  acknowledge: z.boolean(),
  /** The caller’s own marks, which do not move the revision. */
  mine: z.object({
    /** The instant at which the caller first read it. */
    readAt: z.optional(Instant),
    /** The instant at which the caller acknowledged it. */
    acknowledgedAt: z.optional(Instant),
  }),
  /** Values of fields that only this vendor has. */
  custom: z.record(z.string(), z.unknown()),
})
export type Announcement = z.infer<typeof Announcement>
