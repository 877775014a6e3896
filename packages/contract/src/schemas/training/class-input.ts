import * as z from 'zod/mini'
import { Id } from '../common.ts'
import { paging } from '../pages.ts'

/** The query of a list of classes, the next first. */
export const ClassQuery = z.strictObject({
  ...paging,
  /** Classes of this course. */
  courseId: z.optional(Id),
  /** `true` asks for those that the caller has a booking of. */
  booked: z.optional(z.boolean()),
  /** `true` asks for those that are over, the earliest first; those to come without it. */
  past: z.optional(z.boolean()),
})
export type ClassQuery = z.infer<typeof ClassQuery>

/** The people who were there and who were not. */
export const AttendanceInput = z.strictObject({
  /** The people who were there, for whom the course is done. */
  attended: z.optional(z.array(Id).check(z.maxLength(1000))),
  /** The people with a seat who were not there. */
  missed: z.optional(z.array(Id).check(z.maxLength(1000))),
})
export type AttendanceInput = z.infer<typeof AttendanceInput>
