import * as z from 'zod/mini'
import { Email, Id, Instant, line } from './common.ts'

export const Role = z.enum(['partner_admin', 'partner_seller', 'vendor_manager'])
export type Role = z.infer<typeof Role>

/** Whom a session is for: one of the user's names, and which of their partners. */
export const SessionInput = z.strictObject({
  user: z.union([
    z.strictObject({ id: Id }),
    z.strictObject({ externalId: line(200) }),
    z.strictObject({ email: Email }),
  ]),
  partnerId: z.optional(Id),
  /** Origins that may use the token; `null` must be named to be accepted. */
  origins: z.optional(z.array(line(300)).check(z.maxLength(20))),
  /** Seconds until the token expires, 300 to 1800. */
  lifetime: z.optional(z.int().check(z.gte(300), z.lte(1800))),
  /** A vendor manager who looks at the portal as the partner does; nothing can be changed. */
  viewAs: z.optional(z.boolean()),
})

export type SessionInput = z.infer<typeof SessionInput>

/** A token for the browser and when it ends. */
export const Session = z.object({ id: Id, token: z.string(), expiresAt: Instant })
export type Session = z.infer<typeof Session>
