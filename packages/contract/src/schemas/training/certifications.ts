import * as z from 'zod/mini'
import { AwardStatus } from './award-status.ts'
import { Audience } from '../audience.ts'
import { Id, Instant, TitledLink } from '../common.ts'
import { contentRecord } from '../content/content-record.ts'

/** A course that a certification asks for. */
export const CertificationCourse = z.object({
  ...TitledLink.shape,
  /** The least share of the points, from 0 to 1. */
  minimumScore: z.optional(z.number()),
  /** The caller has done it in time and well enough. */
  done: z.boolean(),
})
export type CertificationCourse = z.infer<typeof CertificationCourse>

/** A qualification that the vendor gives to people. */
export const Certification = z.object({
  ...contentRecord,
  /** The courses that have to be done for it. */
  courses: z.array(CertificationCourse),
  /** Months for which it is valid; without it, it does not end. */
  validityMonths: z.optional(z.int()),
  /** Days before its end from which on it can be renewed. */
  renewalDays: z.int(),
  /** How many people of the caller’s company hold it. */
  holders: z.int(),
  /** The caller’s own award. */
  mine: z.optional(
    z.object({
      /** The award’s id. */
      awardId: Id,
      /** The state of the award. */
      status: AwardStatus,
      /** The instant at which it ends. */
      validUntil: z.optional(Instant),
    }),
  ),
  /** The readers that it is for; told to the vendor only. */
  audience: z.optional(Audience),
  /** Values of fields that only this vendor has. */
  custom: z.record(z.string(), z.unknown()),
})
export type Certification = z.infer<typeof Certification>
