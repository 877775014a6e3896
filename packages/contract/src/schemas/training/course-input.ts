import * as z from 'zod/mini'
import { filledIn, ReasonInput, WebUrl } from '../common-input.ts'
import { Id, Language, line, text } from '../common.ts'
import { paging } from '../pages.ts'
import { ContentStatus } from '../content/content-record.ts'
import { CourseKind } from './enrolments.ts'
import { contentFields, contentPatch, rowFields } from '../content/content-input.ts'

/** The query of a list of courses, in the vendor’s order; what is searched for comes by how well it fits. */
export const CourseQuery = z.strictObject({
  ...paging,
  /** Words that title, description and units have, all of them or their stems. */
  search: z.optional(text(1000).check(...filledIn())),
  /** Courses of one of these paths. */
  path: z.optional(z.array(Id).check(z.maxLength(50))),
  /** Courses about one of these products. */
  product: z.optional(z.array(Id).check(z.maxLength(50))),
  /** Courses with one of these languages. */
  language: z.optional(z.array(Language).check(z.maxLength(50))),
  /** Courses of one of these kinds. */
  kind: z.optional(z.array(CourseKind).check(z.maxLength(6))),
  /** The caller’s own: `required` to do and not done, `open` to go on with, or `done`. */
  mine: z.optional(z.enum(['required', 'open', 'done'])),
  /** Courses in one of these states, for the vendor; the published ones without it. */
  status: z.optional(z.array(ContentStatus).check(z.maxLength(3))),
  /** Ask for `total` and `facets`, which cost a count. */
  facets: z.optional(z.boolean()),
})
export type CourseQuery = z.infer<typeof CourseQuery>

/** Title and description of content in one language. */
export const ContentTextInput = z.strictObject({
  /** The title as plain text. */
  title: line(300).check(...filledIn()),
  /** The description as plain text. */
  description: z.optional(text(5000)),
})
export type ContentTextInput = z.infer<typeof ContentTextInput>

/** The kinds of course that a request can make; packages come by import. */
export const WrittenCourseKind = z.enum(['link', 'document', 'class'])

const ids = z.array(Id).check(z.maxLength(50))
const minutes = z.int().check(z.gte(0), z.lte(100_000))

const courseFields = {
  ...contentFields,
  /** Titles and descriptions, by language. */
  texts: z.record(Language, ContentTextInput),
  /** The kind of the course. */
  kind: WrittenCourseKind,
  /** The address of a link. */
  url: z.optional(WebUrl),
  /** Minutes that it usually takes. */
  minutes: z.optional(minutes),
  /** The products that it is about. */
  productIds: z.optional(ids),
  /** The courses that have to be done before. */
  prerequisiteIds: z.optional(ids),
  /** The vendor asks every reader to do it. */
  mandatory: z.optional(z.boolean()),
}

/** A new course, which begins as a draft. */
export const CourseInput = z.strictObject(courseFields)
export type CourseInput = z.infer<typeof CourseInput>

/** Changes of a course (JSON merge patch): `null` takes a value away. */
export const CoursePatch = z.strictObject({
  ...contentPatch,
  /** Titles and descriptions, by language. */
  texts: z.optional(z.record(Language, z.nullable(ContentTextInput))),
  /** The address of a link. */
  url: z.optional(WebUrl),
  /** Minutes that it usually takes. */
  minutes: z.optional(minutes),
  /** The products that it is about. */
  productIds: z.optional(ids),
  /** The courses that have to be done before. */
  prerequisiteIds: z.optional(ids),
  /** The vendor asks every reader to do it. */
  mandatory: z.optional(z.boolean()),
})
export type CoursePatch = z.infer<typeof CoursePatch>

/** An action on content that a vendor publishes. */
export const ContentAction = z.discriminatedUnion('action', [
  z.strictObject({
    /** The name of the action. */
    action: z.literal('publish'),
  }),
  z.strictObject({
    action: z.literal('retire'),
    /** The reason of the action, which readers see. */
    reason: z.optional(ReasonInput),
  }),
  z.strictObject({ action: z.literal('restore') }),
])
export type ContentAction = z.infer<typeof ContentAction>

/** One course of another system. */
export const CourseRow = z.strictObject({
  ...rowFields,
  ...courseFields,
})
export type CourseRow = z.infer<typeof CourseRow>

/** Courses of another system. */
export const CourseRows = z.strictObject({
  /** The courses, at most 500. */
  rows: z.array(CourseRow).check(z.minLength(1), z.maxLength(500)),
})
export type CourseRows = z.infer<typeof CourseRows>
