import type { ContentStatus } from '@prmkit/contract'
import type { Reader } from '../rules/shared/audience.ts'
import type { PackageRecord, PackedFile } from './course-packages.ts'
import type {
  AwardRecord,
  BadgeKeyRecord,
  BookingRecord,
  CertificationRecord,
  ClassRecord,
  CourseRecord,
  EnrolmentRecord,
  LaunchRecord,
  PathRecord,
  StatementRecord,
  TrainingFeedRecord,
  XapiDocument,
} from './training-records.ts'
import type { Kept } from './types.ts'

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
  courseIds?: readonly string[]
  /** Classes that end after this instant. */
  after?: string
  /** Classes that ended until this instant. */
  until?: string
  /** Classes that this person has booked. */
  bookedBy?: string
}

export interface EnrolmentFilter {
  partnerIds?: readonly string[]
  userIds?: readonly string[]
  courseIds?: readonly string[]
  statuses?: readonly string[]
  /** Enrolments that were due before this instant and are not done; with `isOverdue` false, all others. */
  overdue?: { now: string; isOverdue: boolean }
}

export interface AwardFilter {
  partnerIds?: readonly string[]
  userIds?: readonly string[]
  certificationIds?: readonly string[]
  statuses?: readonly string[]
  /** Awards that end before this instant. */
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
  byToken(token: string): Promise<AwardRecord | undefined>
  /** A number that no award has; one that is not used stays free for ever. */
  nextPlace(): Promise<number>
  /** The places of revoked awards, from the first until before the last. */
  revokedPlaces(from: number, until: number): Promise<number[]>
}

export interface BadgeKeys {
  /** All keys, the newest last. */
  list(): Promise<BadgeKeyRecord[]>
  add(key: BadgeKeyRecord): Promise<void>
}

/** The addresses at which calendar programs fetch what is due for a person, one for each person. */
export interface TrainingFeeds {
  of(userId: string): Promise<TrainingFeedRecord | undefined>
  /** The address with this hash of its key. */
  byHash(keyHash: string): Promise<TrainingFeedRecord | undefined>
  put(record: TrainingFeedRecord): Promise<void>
  remove(userId: string): Promise<void>
}

/** A launch with what it is about, the course as it is now. */
export interface Begun {
  launch: LaunchRecord
  enrolment: EnrolmentRecord
  course: CourseRecord
}

export interface Launches {
  put(launches: readonly LaunchRecord[]): Promise<void>
  get(id: string): Promise<LaunchRecord | undefined>
  /** Finds a launch, and nobody else changes it until this transaction ends. */
  lock(id: string): Promise<LaunchRecord | undefined>
  /** Finds a launch with its enrolment, which others may change at any time. */
  look(id: string): Promise<Begun | undefined>
  /** Finds a launch with its enrolment; nobody else changes the two until this transaction ends. */
  begun(id: string): Promise<Begun | undefined>
  /** The launches of a registration that have not ended. */
  open(registration: string): Promise<LaunchRecord[]>
}

export interface Statements {
  /** Keeps the statements whose ids are new, for ever; answers those ids. */
  insert(statements: readonly StatementRecord[]): Promise<string[]>
  /** Keeps one statement where its id is new, and its launch and enrolment are still as they were read; answers whether it did. */
  insertWhile(begun: Begun, statement: StatementRecord): Promise<boolean>
  many(ids: readonly string[]): Promise<StatementRecord[]>
  /** The first so many statements of a registration, in the order in which they came. */
  ofRegistration(registration: string, limit: number): Promise<StatementRecord[]>
}

export interface XapiDocuments {
  get(place: string, id: string): Promise<XapiDocument | undefined>
  put(document: XapiDocument): Promise<void>
  remove(place: string, id: string): Promise<void>
  /** Forgets every document whose place has one of these texts. */
  removeAt(texts: readonly string[]): Promise<void>
  /** The documents at a place, without their bodies, by id. */
  list(place: string): Promise<Pick<XapiDocument, 'id' | 'updatedAt'>[]>
}

export interface CoursePackages {
  /** Keeps a package and the list of its files; one that is there already stays as it is. */
  put(record: PackageRecord, files: readonly PackedFile[]): Promise<void>
  get(id: string): Promise<PackageRecord | undefined>
  many(ids: readonly string[]): Promise<PackageRecord[]>
  file(packageId: string, path: string): Promise<PackedFile | undefined>
  /** The files among these that a course has, or whose package belongs to an enrolment that was not withdrawn. */
  needed(fileIds: readonly string[]): Promise<string[]>
}

/** The tables of the training tracker. */
export interface TrainingTables {
  courses: Courses
  paths: Paths
  classes: Classes
  enrolments: Enrolments
  certifications: Certifications
  awards: Awards
  badgeKeys: BadgeKeys
  launches: Launches
  statements: Statements
  documents: XapiDocuments
  packages: CoursePackages
  trainingFeeds: TrainingFeeds
}
