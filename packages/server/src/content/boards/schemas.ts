import { Audience, BoardIdentity, BoardRanking, BoardScope, BoardSubject } from '@prmkit/contract'
import { CivilDate, Condition, Currency, Id, line, mostPoints, Pointer } from '@prmkit/contract'
import { TierMetric } from '@prmkit/contract'
import * as z from 'zod/mini'

// The shapes of points.yaml, tiers.yaml and boards.yaml. A label is one text for all languages, or a
// map by language.

const Label = z.union([line(500), z.record(z.string(), line(500))])
const Whole = z.int().check(z.gte(0), z.lte(1_000_000_000))
const Points = z.int().check(z.gte(-mostPoints), z.lte(mostPoints))
const Pointers = z.union([Pointer, z.array(Pointer)])
const PeriodName = z.enum(['month', 'quarter', 'year', 'all'])

export const RuleFile = z.strictObject({
  lateDays: z.optional(z.int().check(z.gte(0), z.lte(3660))),
  rules: z.array(
    z.strictObject({
      id: Id,
      event: z.optional(line(64)),
      when: z.optional(z.array(Condition)),
      points: z.union([
        Points,
        z.literal('given'),
        z.strictObject({
          of: Pointers,
          per: z.record(Currency, z.int().check(z.gte(1), z.lte(1_000_000_000))),
          points: z.optional(Points),
          most: z.optional(Points),
        }),
      ]),
      amount: z.optional(Pointers),
      validDays: z.optional(z.int().check(z.gte(1), z.lte(36_600))),
      cap: z.optional(z.strictObject({ points: Whole, per: PeriodName })),
      takenBackBy: z.optional(z.array(line(64))),
      from: z.optional(CivilDate),
      to: z.optional(CivilDate),
      takeBack: z.optional(line(500)),
      text: Label,
    }),
  ),
})
export type RuleFile = z.infer<typeof RuleFile>

export const BoardFile = z.strictObject({
  boards: z.array(
    z.strictObject({
      id: Id,
      title: Label,
      text: z.optional(Label),
      unit: z.optional(Label),
      rules: z.optional(z.array(Id)),
      subject: BoardSubject,
      scope: z.optional(BoardScope),
      identity: BoardIdentity,
      minCohort: z.optional(z.int().check(z.gte(1), z.lte(1000))),
      ranking: z.optional(BoardRanking),
      periods: z.optional(z.array(PeriodName)),
      contest: z.optional(
        z.strictObject({
          from: line(20),
          until: line(20),
          prizes: z.optional(
            z.array(
              z.strictObject({
                from: z.int().check(z.gte(1)),
                to: z.optional(z.int()),
                text: Label,
              }),
            ),
          ),
        }),
      ),
      audience: z.optional(Audience),
      from: z.optional(line(20)),
    }),
  ),
})
export type BoardFile = z.infer<typeof BoardFile>

export const TierFile = z.strictObject({
  graceDays: z.optional(z.int().check(z.gte(0), z.lte(3660))),
  review: z.optional(z.enum(['quarter', 'year'])),
  tiers: z.array(
    z.strictObject({
      id: line(64),
      name: Label,
      benefits: z.optional(z.array(Label)),
      requirements: z.optional(
        z.array(
          z.strictObject({
            id: Id,
            text: Label,
            metric: TierMetric,
            rules: z.optional(z.array(Id)),
            certifications: z.optional(z.array(line(100)).check(z.minLength(1))),
            currency: z.optional(Currency),
            minimum: Whole,
            window: z.optional(z.enum(['month', 'quarter', 'year', 'twelve_months', 'all'])),
          }),
        ),
      ),
    }),
  ),
})
export type TierFile = z.infer<typeof TierFile>
