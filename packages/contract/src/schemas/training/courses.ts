import * as z from 'zod/mini'
import { Audience } from '../audience.ts'
import { ExternalIds, Id, Instant, Language, Reason, TitledLink } from '../common.ts'
import { CourseKind, EnrolmentStatus } from './enrolments.ts'
import { ProductLink } from '../products.ts'

/** The states of content that a vendor publishes. */
export const ContentStatus = z.enum(['draft', 'published', 'retired'])
export type ContentStatus = z.infer<typeof ContentStatus>

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
  /** The course’s id, the same in every language. */
  id: Id,
  /** Identifiers of the course in other systems. */
  externalIds: ExternalIds,
  /** The instant at which it was made. */
  createdAt: Instant,
  /** The instant of the last change. */
  updatedAt: Instant,
  /** Grows by one with each change. */
  revision: z.int(),
  /** The state of the course. */
  status: ContentStatus,
  /** The reason of the state. */
  statusReason: z.optional(Reason),
  /** The actions that the caller may do now. `enrol` is done by making an enrolment. */
  allowedActions: z.array(z.string()),
  /** Pointers of the fields that the caller may change now. */
  editableFields: z.array(z.string()),
  /** The title as plain text. */
  title: z.string(),
  /** The description as plain text. */
  description: z.string(),
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
