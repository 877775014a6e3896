import * as z from 'zod/mini'
import { ExternalIds, filledIn, Id, Instant, line, paging, ReasonInput, text } from './common.ts'

/** The most points that one event gives or takes. */
export const mostPoints = 1_000_000

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
  /** The points were fewer than the rule says: a bound of the rule was reached. */
  capped: z.optional(z.literal(true)),
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

/** The query of the points behind a rank. */
export const BoardPointQuery = z.strictObject({
  ...paging,
  /** The id of a period; the first of the board’s without it. */
  period: z.optional(Id),
})
export type BoardPointQuery = z.infer<typeof BoardPointQuery>

/** The query of all points that the vendor’s managers may see. */
export const PointQuery = z.strictObject({
  ...paging,
  /** Points of this company. */
  partnerId: z.optional(Id),
  /** Points of this person. */
  userId: z.optional(Id),
  /** Points by this rule. */
  rule: z.optional(Id),
})
export type PointQuery = z.infer<typeof PointQuery>

/** Points that the vendor gives for something of its own. */
export const PointInput = z.strictObject({
  /** Identifiers in other systems; `key` names the event, which counts once. */
  externalIds: z
    .record(line(64), line(200))
    .check(
      z.refine((ids) => (ids['key'] ?? '').trim() !== '', 'Name the event by externalIds.key.'),
    ),
  /** The id of a rule for the vendor’s own events. */
  rule: Id,
  /** The points, where the rule leaves them open. */
  points: z.optional(z.int().check(z.gte(-mostPoints), z.lte(mostPoints))),
  /** The company that gets the points. */
  partnerId: Id,
  /** The person at that company who gets them. */
  userId: z.optional(Id),
  /** The instant of the deed; now without it. */
  at: z.optional(Instant),
  /** Words for the partner. */
  text: z.optional(text(500)),
})
export type PointInput = z.infer<typeof PointInput>

/** Many events at once. */
export const PointRows = z.strictObject({
  /** The events, each known by `externalIds.key`. */
  rows: z.array(PointInput).check(z.minLength(1), z.maxLength(500)),
})
export type PointRows = z.infer<typeof PointRows>

/** The reversal of points. */
export const ReversalInput = z.strictObject({
  /** The reason, which the partner reads. */
  reason: z.strictObject({
    /** The reason’s value in the vendor’s list, or a code of the contract. */
    code: ReasonInput.shape.code,
    /** The reason in words. */
    text: text(2000).check(...filledIn()),
  }),
})
export type ReversalInput = z.infer<typeof ReversalInput>
