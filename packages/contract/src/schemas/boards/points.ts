import * as z from 'zod/mini'
import { Cursor, ExternalIds, Id, Instant } from '../common.ts'

/** The record whose change made points. */
export const PointSource = z.object({
  /** The resource’s name in the route table, for example `deals`. */
  resource: z.string(),
  /** The record’s id. */
  id: Id,
  /** The record’s name. */
  name: z.optional(z.string()),
})
export type PointSource = z.infer<typeof PointSource>

/** Points that were given or taken once, and why. */
export const PointEvent = z.object({
  /** The event’s id. */
  id: Id,
  /** The instant of the deed, by which its period is told. */
  at: Instant,
  /** The deed: the type of a record’s event, or the rule of the vendor’s own. */
  action: z.string(),
  /** The points, negative where they were taken. */
  points: z.int(),
  /** The rule by which they were given. */
  rule: Id,
  /** The rule in words, and whatever the vendor wrote. */
  text: z.string(),
  /** The record whose change made the points, where the caller may see it. */
  source: z.optional(PointSource),
  /** After this instant they no longer count, but for the periods in which they were made. */
  validUntil: z.optional(Instant),
  /** `true` where the points are fewer than the rule says, because a bound of it was reached; absent elsewhere. */
  capped: z.optional(z.boolean()),
  /** The event whose points this one takes back. */
  reversalOf: z.optional(Id),
  /** The event that took these points back. */
  reversedBy: z.optional(Id),
  /** Identifiers of the event in other systems; for the vendor. */
  externalIds: z.optional(ExternalIds),
  /** The company that got the points; for the vendor. */
  partner: z.optional(
    z.object({
      /** The company’s id. */
      id: Id,
      /** The company’s name. */
      name: z.string(),
    }),
  ),
  /** The person who got the points; for the vendor. */
  user: z.optional(
    z.object({
      /** The person’s id. */
      id: Id,
      /** The person’s name. */
      name: z.string(),
    }),
  ),
  /** `reverse` where the caller may take the points back. */
  allowedActions: z.array(z.string()),
})
export type PointEvent = z.infer<typeof PointEvent>

/** One page of the points behind a value. */
export const ExplainedPage = z.object({
  /** The points of the page, the latest first. */
  items: z.array(PointEvent),
  /** The cursor of the next page; absent on the last one. */
  nextCursor: z.optional(Cursor),
  /**
   * The rest of a company’s value, for a caller who sees only their own points of it: with these it
   * adds up to the value. It is one sum, of however many colleagues, without a name, a date or a rule:
   * no more than the company’s value, which all its people see, tells by itself.
   */
  others: z.optional(z.int()),
})
export type ExplainedPage = z.infer<typeof ExplainedPage>
