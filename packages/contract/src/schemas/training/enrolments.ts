import * as z from 'zod/mini'
import { ExternalIds, Id, Instant, Person, Reason, TitledLink } from '../common.ts'

/** The kinds of a course: a package that reports, a link, a document, or a class with a date. */
export const CourseKind = z.enum(['cmi5', 'scorm12', 'scorm2004', 'link', 'document', 'class'])
export type CourseKind = z.infer<typeof CourseKind>

/** How far somebody has come in a course. Whether it was passed and when it is due stand elsewhere. */
export const EnrolmentStatus = z.enum([
  'assigned',
  'in_progress',
  'completed',
  'failed',
  'waived',
  'withdrawn',
])
export type EnrolmentStatus = z.infer<typeof EnrolmentStatus>

/** Whether a course was passed, as far as it tells. */
export const Success = z.enum(['passed', 'failed', 'unknown'])
export type Success = z.infer<typeof Success>

/** A score. */
export const Score = z.object({
  /** The share of the points, from -1 to 1. */
  scaled: z.optional(z.number()),
  /** The points. */
  raw: z.optional(z.number()),
  /** The most points that were possible. */
  max: z.optional(z.number()),
})
export type Score = z.infer<typeof Score>

/** How far somebody has come in one part of a course. */
export const UnitProgress = z.object({
  /** The part’s id in the course. */
  id: Id,
  /** The part’s title as plain text. */
  title: z.string(),
  /** How far it is done. */
  status: EnrolmentStatus,
  /** Whether it was passed. */
  success: Success,
  /** How much of it is done, in percent. */
  progress: z.int(),
  /** It counts as done by the course’s own rule. */
  satisfied: z.boolean(),
})
export type UnitProgress = z.infer<typeof UnitProgress>

/** A course as a person takes it. */
export const Enrolment = z.object({
  /** The enrolment’s id. */
  id: Id,
  /** Identifiers of the record in other systems. */
  externalIds: ExternalIds,
  /** The instant at which it was made. */
  createdAt: Instant,
  /** The instant of the last change. */
  updatedAt: Instant,
  /** Grows by one with each change. */
  revision: z.int(),
  /** How far the course is done. */
  status: EnrolmentStatus,
  /** The reason of the state. */
  statusReason: z.optional(Reason),
  /** The actions that the caller may do now. `launch` has an operation of its own. */
  allowedActions: z.array(z.string()),
  /** The course. */
  course: z.object({
    /** The course’s id. */
    id: Id,
    /** The title as plain text. */
    title: z.string(),
    /** The kind of the course. */
    kind: CourseKind,
    /** Minutes that it usually takes. */
    minutes: z.int(),
  }),
  /** The learner. */
  user: z.object({
    /** The learner’s id. */
    id: Id,
    /** The learner’s name. */
    name: z.string(),
  }),
  /** The learner’s company. */
  partnerId: Id,
  /** The path as a part of which the course is taken. */
  path: z.optional(TitledLink),
  /** The person or rule that assigned it; absent where the learner chose it. */
  assignedBy: z.optional(Person),
  /** How much is done, in percent. */
  progress: z.int(),
  /** Whether the course was passed. */
  success: Success,
  /** The best score. */
  score: z.optional(Score),
  /** The parts of the course. */
  units: z.array(UnitProgress),
  /** It counts as done by the course’s own rule. */
  satisfied: z.boolean(),
  /** The instant until which it is to be done. */
  dueAt: z.optional(Instant),
  /** It is not done although it was due. */
  overdue: z.boolean(),
  /** The instant at which it was first opened. */
  startedAt: z.optional(Instant),
  /** The instant at which it was done. */
  completedAt: z.optional(Instant),
  /** How often it was opened. */
  attempts: z.int(),
  /** It was begun, and goes on where it was left. */
  resumable: z.boolean(),
  /** The courses that have to be done before it can be opened. */
  blockedBy: z.array(TitledLink),
})
export type Enrolment = z.infer<typeof Enrolment>

/** Enrolments that were made, or were there already. */
export const EnrolmentList = z.object({
  /** The enrolments, one for each person and course. */
  items: z.array(Enrolment),
})
export type EnrolmentList = z.infer<typeof EnrolmentList>

/** The address at which a course opens. */
export const Launch = z.object({
  /** The address, which works once where the course reports. */
  url: z.string(),
  /** `own` where the course may not stand in a frame; it then needs a window or a tab of its own. */
  window: z.enum(['own', 'any']),
  /** The instant after which the address no longer works. */
  expiresAt: Instant,
})
export type Launch = z.infer<typeof Launch>
