import { bigint, boolean, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { PackageRecord } from '../../store/course-packages.ts'
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
  TrainingFeedRecord,
} from '../../store/training-records.ts'
import { instant, record } from '../schema.ts'

const content = () => ({
  id: text().primaryKey(),
  position: bigint({ mode: 'number' }).notNull(),
  status: text().notNull(),
  tiers: text().array().notNull(),
  regions: text().array().notNull(),
  partnerKinds: text('partner_kinds').array().notNull(),
  partnerIds: text('partner_ids').array().notNull(),
  roles: text().array().notNull(),
})

export const courses = pgTable('courses', {
  ...content(),
  kind: text().notNull(),
  productIds: text('product_ids').array().notNull(),
  languages: text().array().notNull(),
  record: record<CourseRecord>(),
})

export const paths = pgTable('paths', { ...content(), record: record<PathRecord>() })

export const certifications = pgTable('certifications', {
  ...content(),
  courseIds: text('course_ids').array().notNull(),
  record: record<CertificationRecord>(),
})

export const classes = pgTable('classes', {
  id: text().primaryKey(),
  courseId: text('course_id').notNull(),
  startsAt: instant('starts_at').notNull(),
  endsAt: instant('ends_at').notNull(),
  record: record<ClassRecord>(),
})

export const bookings = pgTable('bookings', {
  classId: text('class_id').notNull(),
  userId: text('user_id').notNull(),
  at: instant().notNull(),
  record: record<BookingRecord>(),
})

export const enrolments = pgTable('enrolments', {
  id: text().primaryKey(),
  partnerId: text('partner_id').notNull(),
  userId: text('user_id').notNull(),
  courseId: text('course_id').notNull(),
  status: text().notNull(),
  createdAt: instant('created_at').notNull(),
  /** `infinity` where nothing is due. */
  dueAt: instant('due_at').notNull(),
  /** The enrolment is still to be done. */
  isOpen: boolean('is_open').notNull(),
  record: record<EnrolmentRecord>(),
})

export const awards = pgTable('awards', {
  id: text().primaryKey(),
  partnerId: text('partner_id').notNull(),
  userId: text('user_id').notNull(),
  certificationId: text('certification_id').notNull(),
  status: text().notNull(),
  /** `infinity` where it does not end. */
  validUntil: instant('valid_until').notNull(),
  token: text().notNull(),
  place: integer().notNull(),
  record: record<AwardRecord>(),
})

export const badgeKeys = pgTable('badge_keys', {
  id: text().primaryKey(),
  createdAt: instant('created_at').notNull(),
  record: record<BadgeKeyRecord>(),
})

export const launches = pgTable('launches', {
  id: text().primaryKey(),
  registration: text().notNull(),
  isOpen: boolean('is_open').notNull(),
  record: record<LaunchRecord>(),
})

/** Append-only. The words are kept as they were sent. */
export const statements = pgTable('statements', {
  id: text().primaryKey(),
  /** Statements of one request have one instant; this keeps their order. */
  seq: bigint({ mode: 'number' }).generatedAlwaysAsIdentity(),
  registration: text().notNull(),
  storedAt: instant('stored_at').notNull(),
  saidAt: text('said_at').notNull(),
  statement: text().notNull(),
})

/** The documents that courses keep. */
export const xapiDocuments = pgTable('xapi_documents', {
  place: text().notNull(),
  id: text().notNull(),
  mediaType: text('media_type').notNull(),
  body: text().notNull(),
  hash: text().notNull(),
  updatedAt: instant('updated_at').notNull(),
})

export const trainingFeeds = pgTable('training_feeds', {
  userId: text('user_id').primaryKey(),
  keyHash: text('key_hash').notNull(),
  record: record<TrainingFeedRecord>(),
})

/** Packages never change: another zip is another package. */
export const coursePackages = pgTable('course_packages', {
  id: text().primaryKey(),
  record: record<PackageRecord>(),
})

/** The places of files in the zip of their package. */
export const packageFiles = pgTable('package_files', {
  packageId: text('package_id').notNull(),
  path: text().notNull(),
  start: bigint({ mode: 'number' }).notNull(),
  packedSize: bigint('packed_size', { mode: 'number' }).notNull(),
  size: bigint({ mode: 'number' }).notNull(),
  isDeflated: boolean('is_deflated').notNull(),
})
