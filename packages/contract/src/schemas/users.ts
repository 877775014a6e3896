import * as z from 'zod/mini'
import { Id, Instant, Language, Role } from './common.ts'

/** A person with access. */
export const User = z.object({
  /** The user’s id. */
  id: Id,
  /** The user’s name. */
  name: z.string(),
  /** The user’s e-mail address. */
  email: z.optional(z.string()),
  /** The language the user reads. */
  language: z.optional(Language),
})
export type User = z.infer<typeof User>

/** The caller and their rights. */
export const Me = z.object({
  /** The user. */
  user: User,
  /** The user’s role. */
  role: Role,
  /** The partner of the session. */
  partner: z.optional(
    z.object({
      /** The partner’s id. */
      id: Id,
      /** The partner’s name. */
      name: z.string(),
      /** The partner’s tier in the programme. */
      tier: z.optional(z.string()),
    }),
  ),
  /** Every partner the user belongs to; a session names one. */
  partners: z.array(
    z.object({
      /** The partner’s id. */
      id: Id,
      /** The partner’s name. */
      name: z.string(),
    }),
  ),
  /** The caller may change nothing. */
  readOnly: z.boolean(),
  /** The id of the session. */
  sessionId: z.optional(Id),
})
export type Me = z.infer<typeof Me>

/** Everything that is kept about a person. */
export const UserExport = z.object({
  /** The person. */
  user: User,
  /** The instant of the export. */
  exportedAt: Instant,
  /** The records that name the person. */
  records: z.array(
    z.object({
      /** The kind of the record, by a name of the backend’s own. */
      kind: z.string(),
      /** The record as it is kept. */
      record: z.record(z.string(), z.unknown()),
    }),
  ),
})
export type UserExport = z.infer<typeof UserExport>

/** The result of taking a person out of all records. */
export const UserErasure = z.object({
  /** The id under which the person’s records and sums go on. */
  pseudonym: Id,
  /** The instant of the erasure. */
  erasedAt: Instant,
  /** The number of records that were rewritten. */
  records: z.int(),
})
export type UserErasure = z.infer<typeof UserErasure>
