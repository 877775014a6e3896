import * as z from 'zod/mini'
import { Id, Instant } from './common.ts'

export const Role = z.enum(['partner_admin', 'partner_seller', 'vendor_manager'])
export type Role = z.infer<typeof Role>

/** A token for the browser and when it ends. */
export const Session = z.object({ id: Id, token: z.string(), expiresAt: Instant })
export type Session = z.infer<typeof Session>
