import * as z from 'zod/mini'
import { Audience } from '../audience.ts'
import { Id, Instant, Language, TitledLink } from '../common.ts'
import { contentRecord } from '../content/content-record.ts'
import { CourseKind, EnrolmentStatus } from './enrolments.ts'
import { ProductLink } from '../products.ts'

/** The caller’s own way through a course, which does not move the course’s revision. */
export const MyCourse = z.object({
  /** The caller’s latest enrolment. */
  enrolmentId: Id,
  /** How far the caller has come. */
  status: EnrolmentStatus,
  /** How much of it is done, in percent. */
  progress: z.int(),
  /** The instant until which it is to be done. */
  dueAt: z.optional(Instant),
  /** It is not done although it was due. */
  overdue: z.boolean(),
})
export type MyCourse = z.infer<typeof MyCourse>

/** A course of the vendor. */
export const Course = z.object({
  ...contentRecord,
  /** The actions that the caller may do now. `enrol` is done by making an enrolment. */
  allowedActions: z.array(z.string()),
  /** The language of title and description. */
  language: Language,
  /** The languages of title and description, the main one first. */
  languages: z.array(Language),
  /** The kind of the course. */
  kind: CourseKind,
  /** Minutes that it usually takes. */
  minutes: z.int(),
  /** The products that it is about. */
  products: z.array(ProductLink),
  /** The courses that have to be done before. */
  prerequisites: z.array(TitledLink),
  /** The parts of the course that report on their own. */
  units: z.array(TitledLink),
  /** The vendor asks every reader to do it. */
  mandatory: z.boolean(),
  /** The readers that it is for; told to the vendor only. */
  audience: z.optional(Audience),
  /** The caller’s own way through it; absent where the caller is not enrolled. */
  mine: z.optional(MyCourse),
  /** Values of fields that only this vendor has. */
  custom: z.record(z.string(), z.unknown()),
})
export type Course = z.infer<typeof Course>
