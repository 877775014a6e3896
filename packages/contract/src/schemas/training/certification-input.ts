import * as z from 'zod/mini'
import { Audience } from '../audience.ts'
import { Id, Language } from '../common.ts'
import { paging } from '../pages.ts'
import { ContentTextInput } from './course-input.ts'
import { ContentStatus } from '../content/content-record.ts'
import { contentFields, contentPatch, rowFields } from '../content/content-input.ts'

/** The query of a list of certifications, in the vendor’s order. */
export const CertificationQuery = z.strictObject({
  ...paging,
  /** Certifications in one of these states, for the vendor; the published ones without it. */
  status: z.optional(z.array(ContentStatus).check(z.maxLength(3))),
})
export type CertificationQuery = z.infer<typeof CertificationQuery>

/** A course that a certification asks for. */
export const CertificationCourseInput = z.strictObject({
  /** The course. */
  courseId: Id,
  /** The least share of the points, from 0 to 1. */
  minimumScore: z.optional(z.number().check(z.gte(0), z.lte(1))),
})
export type CertificationCourseInput = z.infer<typeof CertificationCourseInput>

/** The certified people that companies need. */
export const RequirementInput = z.strictObject({
  /** How many people must hold it. */
  needed: z.int().check(z.gte(1), z.lte(10_000)),
  /** Days for which a company may lack them. */
  graceDays: z.optional(z.int().check(z.gte(0), z.lte(1000))),
  /** The companies that need them; all that may hold it without it. */
  audience: z.optional(Audience),
})
export type RequirementInput = z.infer<typeof RequirementInput>

const courses = z.array(CertificationCourseInput).check(z.minLength(1), z.maxLength(50))
const months = z.int().check(z.gte(1), z.lte(240))
const days = z.int().check(z.gte(0), z.lte(1000))

const certificationFields = {
  ...contentFields,
  /** Titles and descriptions, by language. */
  texts: z.record(Language, ContentTextInput),
  /** The courses that have to be done for it. */
  courses,
  /** Months for which it is valid; without it, it does not end. */
  validityMonths: z.optional(months),
  /** Days before its end from which on it can be renewed, 60 without it. */
  renewalDays: z.optional(days),
  /** How many certified people companies need. */
  requirement: z.optional(RequirementInput),
}

/** A new certification, which begins as a draft. */
export const CertificationInput = z.strictObject(certificationFields)
export type CertificationInput = z.infer<typeof CertificationInput>

/** Changes of a certification (JSON merge patch): `null` takes a value away. */
export const CertificationPatch = z.strictObject({
  ...contentPatch,
  /** Titles and descriptions, by language. */
  texts: z.optional(z.record(Language, z.nullable(ContentTextInput))),
  /** The courses that have to be done for it. */
  courses: z.optional(courses),
  /** Months for which it is valid. */
  validityMonths: z.optional(z.nullable(months)),
  /** Days before its end from which on it can be renewed. */
  renewalDays: z.optional(days),
  /** How many certified people companies need, in place of what was asked until now. */
  requirement: z.optional(z.nullable(RequirementInput)),
})
export type CertificationPatch = z.infer<typeof CertificationPatch>

/** One certification of another system. */
export const CertificationRow = z.strictObject({
  ...rowFields,
  ...certificationFields,
})
export type CertificationRow = z.infer<typeof CertificationRow>

/** Certifications of another system. */
export const CertificationRows = z.strictObject({
  /** The certifications, at most 500. */
  rows: z.array(CertificationRow).check(z.minLength(1), z.maxLength(500)),
})
export type CertificationRows = z.infer<typeof CertificationRows>
