import * as z from 'zod/mini'
import { Id, Language, line, paging } from './common.ts'
import { Role } from './sessions.ts'

/** A person with access. */
export const User = z.object({
  id: Id,
  name: z.string(),
  email: z.optional(z.string()),
  language: z.optional(Language),
})
export type User = z.infer<typeof User>

export const UserQuery = z.strictObject({ ...paging, search: z.optional(line(200)) })

/** Who the caller is and what they may do. */
export const Me = z.object({
  user: User,
  role: Role,
  partner: z.optional(z.object({ id: Id, name: z.string(), tier: z.optional(z.string()) })),
  /** Every partner the user belongs to; a session names one. */
  partners: z.array(z.object({ id: Id, name: z.string() })),
  readOnly: z.boolean(),
  sessionId: z.optional(Id),
})
export type Me = z.infer<typeof Me>
