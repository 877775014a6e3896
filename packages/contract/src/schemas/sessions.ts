import * as z from 'zod/mini'
import { Id, Instant } from './common.ts'

/** A token for the browser and when it ends. */
export const Session = z.object({
  /** The session’s id. */
  id: Id,
  /** The token for the browser. */
  token: z.string(),
  /** The instant at which it ends. */
  expiresAt: Instant,
})
export type Session = z.infer<typeof Session>
