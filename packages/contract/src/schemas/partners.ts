import * as z from 'zod/mini'
import { ExternalIds, Id, PartnerKind } from './common.ts'

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
