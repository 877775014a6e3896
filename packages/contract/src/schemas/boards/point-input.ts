import * as z from 'zod/mini'
import { filledIn, ReasonInput } from '../common-input.ts'
import { Id, Instant, line, text } from '../common.ts'
import { paging } from '../pages.ts'

/** The most points that one event gives or takes. */
export const mostPoints = 1_000_000

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
  /** The points, where the rule leaves them open; negative ones are taken. A reversal takes given points back. */
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
