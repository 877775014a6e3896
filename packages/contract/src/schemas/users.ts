import * as z from 'zod/mini'
import { Id, Language, Role } from './common.ts'

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
