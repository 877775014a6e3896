import * as z from 'zod/mini'
import { ExternalIds, Id, line, paging } from './common.ts'

/** The kinds of a partner. */
export const PartnerKind = z.enum(['reseller', 'distributor', 'agency'])
export type PartnerKind = z.infer<typeof PartnerKind>

/** An organisation that sells for the vendor. */
export const Partner = z.object({
  /** The partner’s id. */
  id: Id,
  /** Identifiers of the partner in other systems. */
  externalIds: ExternalIds,
  /** The partner’s name. */
  name: z.string(),
  /** The partner’s kind. */
  kind: PartnerKind,
  /** The partner’s tier in the programme. */
  tier: z.optional(z.string()),
  /** The partner’s country. */
  country: z.optional(z.string()),
  /** The distributor that the partner buys from. */
  distributorId: z.optional(Id),
})
export type Partner = z.infer<typeof Partner>

/** The query of a list of partners. */
export const PartnerQuery = z.strictObject({
  ...paging,
  /** Words that the name has, all of them. */
  search: z.optional(line(200)),
  /** Partners of this kind. */
  kind: z.optional(PartnerKind),
})
