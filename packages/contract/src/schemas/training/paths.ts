import * as z from 'zod/mini'
import { ExternalIds, Id, Instant, Language, TitledLink } from '../common.ts'
import { EnrolmentStatus } from './enrolments.ts'

/** A course of a path, with the caller’s own way through it. */
export const PathCourse = z.object({
  ...TitledLink.shape,
  /** Minutes that it usually takes. */
  minutes: z.int(),
  /** The path is done only with it. */
  required: z.boolean(),
  /** How far the caller has come; absent where they are not enrolled. */
  status: z.optional(EnrolmentStatus),
  /** How much of it is done, in percent. */
  progress: z.int(),
})
export type PathCourse = z.infer<typeof PathCourse>

/** Courses in an order. */
export const Path = z.object({
  /** The path’s id. */
  id: Id,
  /** Identifiers of the path in other systems. */
  externalIds: ExternalIds,
  /** The instant at which it was made. */
  createdAt: Instant,
  /** The instant of the last change. */
  updatedAt: Instant,
  /** Grows by one with each change. */
  revision: z.int(),
  /** `enrol` where the caller may enrol, which is done by making an enrolment. */
  allowedActions: z.array(z.string()),
  /** The title as plain text. */
  title: z.string(),
  /** The description as plain text. */
  description: z.string(),
  /** The language of title and description. */
  language: Language,
  /** The courses that the caller may take, in their order. */
  courses: z.array(PathCourse),
  /** Minutes that all of them take. */
  minutes: z.int(),
  /** How much of the required ones the caller has done, in percent. */
  progress: z.int(),
  /** The caller has done all that are required. */
  done: z.boolean(),
})
export type Path = z.infer<typeof Path>
