import * as z from 'zod/mini'
import { ExternalIds, Id, line, paging } from './common.ts'

/** An organisation that sells for the vendor. */
export const Partner = z.object({
  id: Id,
  externalIds: ExternalIds,
  name: z.string(),
  kind: z.enum(['reseller', 'distributor', 'agency']),
  tier: z.optional(z.string()),
  country: z.optional(z.string()),
  distributorId: z.optional(Id),
})
export type Partner = z.infer<typeof Partner>

export const PartnerQuery = z.strictObject({
  ...paging,
  search: z.optional(line(200)),
  kind: z.optional(z.enum(['reseller', 'distributor', 'agency'])),
})
