import * as z from 'zod/mini'
import { Id, Instant, Language, line, Person, Reason } from '../common.ts'

/** The measures of a requirement: a sum of points, a number of deeds, a sum of money, valid certificates. */
export const TierMetric = z.enum(['points', 'count', 'amount', 'certificates'])
export type TierMetric = z.infer<typeof TierMetric>

/** A requirement of a tier. */
export const TierRequirement = z.object({
  /** The requirement’s name within the tier. */
  id: Id,
  /** The requirement in words. */
  text: z.string(),
  /** The measure. */
  metric: TierMetric,
  /** The currency of an amount. */
  currency: z.optional(z.string()),
  /** The least value; an amount in whole units of its currency. */
  minimum: z.int(),
})
export type TierRequirement = z.infer<typeof TierRequirement>

/** A level of the vendor’s partner programme. */
export const Tier = z.object({
  /** The tier as partners carry it. */
  id: line(64),
  /** The name. */
  name: z.string(),
  /** The language of name, requirements and benefits. */
  language: Language,
  /** The place in the order of tiers; the lowest is 1. */
  position: z.int(),
  /** The requirements, all of which must be met. */
  requirements: z.array(TierRequirement),
  /** The advantages of the tier in words. */
  benefits: z.array(z.string()),
})
export type Tier = z.infer<typeof Tier>

/** All tiers of the programme. */
export const TierList = z.object({
  /** The tiers, the lowest first. */
  items: z.array(Tier),
})
export type TierList = z.infer<typeof TierList>

/** A requirement with a partner’s value. */
export const RequirementProgress = z.object({
  ...TierRequirement.shape,
  /** The present value. */
  current: z.int(),
  /** The distance to the minimum; 0 where it is met. */
  missing: z.int(),
  /** The last instant for it: the end of its window, of the grace, or the next review. */
  dueAt: z.optional(Instant),
  /** The missing things by their names, such as certificates. */
  names: z.optional(z.array(z.string())),
})
export type RequirementProgress = z.infer<typeof RequirementProgress>

/** A tier with a partner’s progress. */
export const TierProgress = z.object({
  /** The tier. */
  tier: Tier,
  /** The tier’s requirements with the partner’s values. */
  requirements: z.array(RequirementProgress),
})
export type TierProgress = z.infer<typeof TierProgress>

/** A partner’s standing: its tier, how long it is safe, and the next one side by side. */
export const TierStanding = z.object({
  /** The partner. */
  partnerId: Id,
  /** Grows by one with each change. */
  revision: z.int(),
  /** The partner’s tier; absent where it has none of the programme’s. */
  tier: z.optional(Tier),
  /** The instant at which it got the tier. */
  since: z.optional(Instant),
  /** The instant at which the tier’s requirements are looked at next. */
  reviewAt: z.optional(Instant),
  /** The requirements were missed; a lower tier comes after this instant unless they are met. */
  graceUntil: z.optional(Instant),
  /** `true` where the vendor chose the tier by hand: until the review it does not change by itself. Absent elsewhere. */
  byHand: z.optional(z.boolean()),
  /** The requirements of the partner’s tier. */
  requirements: z.array(RequirementProgress),
  /** The next higher tier. */
  next: z.optional(TierProgress),
  /** `set` where the caller may choose the tier. */
  allowedActions: z.array(z.string()),
})
export type TierStanding = z.infer<typeof TierStanding>

/** A change of a partner’s tier. */
export const TierChange = z.object({
  /** The change’s id. */
  id: Id,
  /** The partner. */
  partnerId: Id,
  /** The instant of the change. */
  at: Instant,
  /** The id of the tier before. */
  from: z.optional(z.string()),
  /** The id of the tier since. */
  to: z.string(),
  /** The person or the rule that changed it. */
  actor: Person,
  /** The reason. */
  reason: Reason,
})
export type TierChange = z.infer<typeof TierChange>
