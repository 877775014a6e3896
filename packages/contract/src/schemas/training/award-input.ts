import * as z from 'zod/mini'
import { AwardShows, AwardStatus } from './award-status.ts'
import { ReasonInput } from '../common-input.ts'
import { Id, Instant } from '../common.ts'
import { paging } from '../pages.ts'

/** The query of a list of awards, those that end soonest first. */
export const AwardQuery = z.strictObject({
  ...paging,
  /** `me` asks for the caller’s own, `team` for those of the whole company as far as the caller sees them. */
  scope: z.optional(z.enum(['me', 'team'])),
  /** Awards of this person. */
  userId: z.optional(Id),
  /** Awards of this certification. */
  certificationId: z.optional(Id),
  /** Awards in one of these states. */
  status: z.optional(z.array(AwardStatus).check(z.maxLength(4))),
  /** Awards that end before this instant. */
  expiresUntil: z.optional(Instant),
  /** Ask for `total` and `facets`, which cost a count. */
  facets: z.optional(z.boolean()),
})
export type AwardQuery = z.infer<typeof AwardQuery>

/** An action on an award. */
export const AwardAction = z.discriminatedUnion('action', [
  z.strictObject({
    /** The name of the action. */
    action: z.literal('revoke'),
    /** The reason of the action. */
    reason: ReasonInput,
  }),
  z.strictObject({
    action: z.literal('extend'),
    /** The instant at which it now ends. */
    validUntil: Instant,
  }),
  z.strictObject({ action: z.literal('renew') }),
])
export type AwardAction = z.infer<typeof AwardAction>

/** The form in which an award is taken away. */
export const AwardDownloadInput = z.strictObject({
  /** A signed credential as JSON, an image that holds it, or a certificate to print. */
  as: z.enum(['json', 'png', 'svg', 'pdf']),
})
export type AwardDownloadInput = z.infer<typeof AwardDownloadInput>

/** The holder’s choice for the public page of an award. */
export const AwardSharingInput = z.strictObject({
  /** The part of the award that the page shows. */
  shows: AwardShows,
})
export type AwardSharingInput = z.infer<typeof AwardSharingInput>

/** The query of the requirements. */
export const RequirementQuery = z.strictObject({
  /** The company, for the vendor; the caller’s own without it. */
  partnerId: z.optional(Id),
})
export type RequirementQuery = z.infer<typeof RequirementQuery>
