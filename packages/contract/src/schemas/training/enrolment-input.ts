import * as z from 'zod/mini'
import { filledIn, ReasonInput } from '../common-input.ts'
import { Id, Instant, line } from '../common.ts'
import { paging } from '../pages.ts'
import { EnrolmentStatus, Success } from './enrolments.ts'

/** The query of a list of enrolments, those that are due first. */
export const EnrolmentQuery = z.strictObject({
  ...paging,
  /** `me` asks for the caller’s own, `team` for those of the whole company as far as the caller sees them. */
  scope: z.optional(z.enum(['me', 'team'])),
  /** Enrolments of this person. */
  userId: z.optional(Id),
  /** Enrolments in this course. */
  courseId: z.optional(Id),
  /** Enrolments in one of these states. */
  status: z.optional(z.array(EnrolmentStatus).check(z.maxLength(6))),
  /** `true` asks for those that are not done although they were due. */
  overdue: z.optional(z.boolean()),
  /** Ask for `total` and `facets`, which cost a count. */
  facets: z.optional(z.boolean()),
})
export type EnrolmentQuery = z.infer<typeof EnrolmentQuery>

/** A course, or all courses of a path, for the caller or for colleagues. */
export const EnrolmentInput = z.strictObject({
  /** The course. */
  courseId: z.optional(Id),
  /** The path, in place of a course. */
  pathId: z.optional(Id),
  /** The learners, for who may assign; the caller without it. */
  userIds: z.optional(z.array(Id).check(z.minLength(1), z.maxLength(100))),
  /** The instant until which it is to be done. */
  dueAt: z.optional(Instant),
})
export type EnrolmentInput = z.infer<typeof EnrolmentInput>

/** The part of a course that is to open. */
export const LaunchInput = z.strictObject({
  /** The part; the first that is not done without it. */
  unitId: z.optional(Id),
  /** The page to which a course leads back when it ends. */
  returnUrl: z.optional(z.url({ protocol: /^https?$/ }).check(z.maxLength(2000))),
})
export type LaunchInput = z.infer<typeof LaunchInput>

/** A score in a request. */
export const ScoreInput = z.strictObject({
  /** The share of the points, from -1 to 1. */
  scaled: z.optional(z.number().check(z.gte(-1), z.lte(1))),
  /** The points. */
  raw: z.optional(z.number()),
  /** The most points that were possible. */
  max: z.optional(z.number()),
})
export type ScoreInput = z.infer<typeof ScoreInput>

/** An action on an enrolment. */
export const EnrolmentAction = z.discriminatedUnion('action', [
  z.strictObject({
    /** The name of the action. */
    action: z.literal('finish'),
  }),
  z.strictObject({
    action: z.literal('withdraw'),
    /** The reason of the action. */
    reason: z.optional(ReasonInput),
  }),
  z.strictObject({
    action: z.literal('complete'),
    /** The instant at which it was done; now without it. */
    at: z.optional(Instant),
    /** The score. */
    score: z.optional(ScoreInput),
  }),
  z.strictObject({ action: z.literal('waive'), reason: ReasonInput }),
  z.strictObject({
    action: z.literal('extend'),
    /** The instant until which it is now to be done. */
    dueAt: Instant,
  }),
  z.strictObject({ action: z.literal('reset'), reason: ReasonInput }),
])
export type EnrolmentAction = z.infer<typeof EnrolmentAction>

/** A course that somebody did in the vendor’s own learning system. */
export const CompletionRow = z.strictObject({
  /** The completion’s identifier there; the same one always means the same completion. */
  key: line(200).check(...filledIn()),
  /** The learner, by one of their names here. */
  user: z.strictObject({
    /** The user’s id. */
    id: z.optional(Id),
    /** An identifier of the user in another system. */
    externalId: z.optional(line(200)),
    /** The user’s e-mail address. */
    email: z.optional(line(254)),
  }),
  /** The course’s id here. */
  courseId: Id,
  /** The instant at which it was done. */
  completedAt: Instant,
  /** Whether it was passed, `passed` unless said. */
  success: z.optional(Success),
  /** The score. */
  score: z.optional(ScoreInput),
})
export type CompletionRow = z.infer<typeof CompletionRow>

/** Courses that people did in the vendor’s own learning system. */
export const CompletionRows = z.strictObject({
  /** The completions, at most 500. */
  rows: z.array(CompletionRow).check(z.minLength(1), z.maxLength(500)),
})
export type CompletionRows = z.infer<typeof CompletionRows>
