import * as z from 'zod/mini'
import { Id, line, PartnerKind, Role } from './common.ts'

/**
 * The readers of a piece of content. Every field that is given must hold, by one of its values;
 * without a field everybody may read it.
 */
export const Audience = z.strictObject({
  /** Partners of one of these tiers. */
  tiers: z.optional(z.array(line(64))),
  /** Partners of one of these regions. */
  regions: z.optional(z.array(line(64))),
  /** Partners of one of these kinds. */
  partnerKinds: z.optional(z.array(PartnerKind)),
  /** These partners. */
  partnerIds: z.optional(z.array(Id)),
  /** Users with one of these roles. */
  roles: z.optional(z.array(Role)),
})
export type Audience = z.infer<typeof Audience>
