import * as z from 'zod/mini'
import { ReasonInput } from '../common-input.ts'
import { Id, line } from '../common.ts'
import { paging } from '../pages.ts'

/** A tier that the vendor gives by hand. */
export const TierInput = z.strictObject({
  /** The id of a tier. */
  tier: line(64),
  /** The reason, which the partner reads. */
  reason: ReasonInput,
})
export type TierInput = z.infer<typeof TierInput>

/** The query of a list of changes of tiers. */
export const TierChangeQuery = z.strictObject({
  ...paging,
  /** Changes of this partner. */
  partnerId: z.optional(Id),
})
export type TierChangeQuery = z.infer<typeof TierChangeQuery>
