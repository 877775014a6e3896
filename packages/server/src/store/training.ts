import type {
  Audience,
  AwardStatus,
  BookingStatus,
  ClassStatus,
  ContentStatus,
  CourseKind,
  EnrolmentStatus,
  Person,
  Reason,
  Score,
  Success,
} from '@prmkit/contract'
import type { Reader } from '../rules/shared/audience.ts'
import type { Kept } from './types.ts'

/** The fields of content that a vendor publishes for an audience. */
export interface TrainingContent {
  id: string
  externalIds: Record<string, string>
  createdAt: string
  updatedAt: string
  revision: number
  status: ContentStatus
  statusReason?: Reason
  /** The main language: its text stands in for a language that is missing. */
  language: string
  /** Titles and descriptions, by language. */
  texts: Record<string, { title: string; description: string }>
  audience: Audience
  /** Its place among its neighbours, the smallest first. */
  position: number
  custom: Record<string, unknown>
  /** The place in the vendor’s files that it came from. */
  source?: string
}

/** A part of a course that reports on its own. */
export interface CourseUnit {
  id: string
  /** Titles by language. */
  texts: Record<string, string>
  /** The file that opens, relative to the package, or a web address. */
  href: string
}

export interface CourseRecord extends TrainingContent {
  kind: CourseKind
  minutes: number
  productIds: string[]
  prerequisiteIds: string[]
  mandatory: boolean
  units: CourseUnit[]
  /** The address of a link. */
  url?: string
  /** The vendor’s file of a document. */
  fileId?: string
}

/** Courses in an order. */
export interface PathRecord extends TrainingContent {
  courses: { courseId: string; required: boolean }[]
}

/** A dated training. */
export interface ClassRecord {
  id: string
  externalIds: Record<string, string>
  createdAt: string
  updatedAt: string
  revision: number
  status: ClassStatus
  courseId: string
  startsAt: string
  endsAt: string
  timeZone: string
  language: string
  place?: string
  link?: string
  trainer?: string
  seats: number
  source?: string
}

/** Somebody’s seat in a class, or their place in its waiting list. */
export interface BookingRecord {
  classId: string
  userId: string
  partnerId: string
  status: BookingStatus
  /** The instant of the booking, by which the waiting list is in order. */
  at: string
}

/** How far somebody has come in a part of a course. */
export interface StoredUnit {
  id: string
  status: EnrolmentStatus
  success: Success
  progress: number
  satisfied: boolean
}

/** A course as a person takes it. */
export interface EnrolmentRecord {
  id: string
  externalIds: Record<string, string>
  createdAt: string
  updatedAt: string
  revision: number
  status: EnrolmentStatus
  statusReason?: Reason
  courseId: string
  userId: string
  partnerId: string
  pathId?: string
  assignedBy?: Person
  progress: number
  success: Success
  score?: Score
  units: StoredUnit[]
  satisfied: boolean
  dueAt?: string
  startedAt?: string
  completedAt?: string
  attempts: number
}

/** A qualification that the vendor gives to people. */
export interface CertificationRecord extends TrainingContent {
  courses: { courseId: string; minimumScore?: number }[]
  validityMonths?: number
  renewalDays: number
  requirement?: { needed: number; graceDays: number; audience: Audience }
}

/** A certification that somebody holds. */
export interface AwardRecord {
  id: string
  externalIds: Record<string, string>
  createdAt: string
  updatedAt: string
  revision: number
  status: AwardStatus
  statusReason?: Reason
  certificationId: string
  userId: string
  partnerId: string
  issuedAt: string
  validUntil?: string
  renewedBy?: string
}

/** The content that a reader finds. */
export interface TrainingFilter {
  reader: Reader
  statuses: readonly ContentStatus[]
  ids?: readonly string[]
}

export interface CourseFilter extends TrainingFilter {
  kinds?: readonly string[]
  productIds?: readonly string[]
  languages?: readonly string[]
}

export interface ClassFilter {
  courseIds: readonly string[]
  /** Those that end after this instant. */
  after?: string
  /** Those that ended until this instant. */
  until?: string
  /** Those that this person has a booking of. */
  bookedBy?: string
}

export interface EnrolmentFilter {
  partnerIds?: readonly string[]
  userIds?: readonly string[]
  courseIds?: readonly string[]
  statuses?: readonly string[]
  /** Those that were due before this instant and are not done, or with `isOverdue` false the others. */
  overdue?: { now: string; isOverdue: boolean }
}

export interface AwardFilter {
  partnerIds?: readonly string[]
  userIds?: readonly string[]
  certificationIds?: readonly string[]
  statuses?: readonly string[]
  /** Those that end before this instant. */
  endsBefore?: string
}

export type Courses = Kept<CourseRecord, CourseFilter>

export type Paths = Kept<PathRecord, TrainingFilter>

export interface Classes extends Kept<ClassRecord, ClassFilter> {
  /** The bookings of classes, the first ones first. */
  bookings(classIds: readonly string[]): Promise<BookingRecord[]>
  /** Keeps bookings; one of the same person and class takes the place of the one before. */
  book(bookings: readonly BookingRecord[]): Promise<void>
  cancel(classId: string, userId: string): Promise<void>
}

export interface Enrolments extends Kept<EnrolmentRecord, EnrolmentFilter> {
  /** The latest enrolment of each of these people in each of these courses. */
  latest(userIds: readonly string[], courseIds: readonly string[]): Promise<EnrolmentRecord[]>
  /** How many enrolments have each status. */
  statuses(filter: EnrolmentFilter): Promise<{ value: string; count: number }[]>
}

export interface Certifications extends Kept<CertificationRecord, TrainingFilter> {
  /** Published certifications that ask for this course. */
  asking(courseId: string): Promise<CertificationRecord[]>
}

export interface Awards extends Kept<AwardRecord, AwardFilter> {
  /** How many awards have each status. */
  statuses(filter: AwardFilter): Promise<{ value: string; count: number }[]>
  /** Locks active awards that have ended, at most so many; skips those that are locked already. */
  due(now: string, limit: number): Promise<AwardRecord[]>
}

/** The tables of the training tracker. */
export interface TrainingTables {
  courses: Courses
  paths: Paths
  classes: Classes
  enrolments: Enrolments
  certifications: Certifications
  awards: Awards
}
