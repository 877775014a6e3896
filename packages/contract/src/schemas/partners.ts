import * as z from 'zod/mini'
import { ExternalIds, Id, line, paging } from './common.ts'

/** The kinds of a partner. */
export const PartnerKind = z.enum(['reseller', 'distributor', 'agency'])
export type PartnerKind = z.infer<typeof PartnerKind>

/** An organisation that sells for the vendor. */
export const Partner = z.object({
  id: Id,
  externalIds: ExternalIds,
  name: z.string(),
  kind: PartnerKind,
  tier: z.optional(z.string()),
  country: z.optional(z.string()),
  distributorId: z.optional(Id),
})
export type Partner = z.infer<typeof Partner>

export const PartnerQuery = z.strictObject({
  ...paging,
  search: z.optional(line(200)),
  kind: z.optional(PartnerKind),
})
