import type {
  Audience,
  AwardShows,
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
import type { CourseUnit } from './course-packages.ts'
import type { Agent } from '../rules/training/cmi5/statement.ts'

/** The fields that all records have that other systems know and people change. */
interface Revised {
  id: string
  externalIds: Record<string, string>
  createdAt: string
  updatedAt: string
  revision: number
}

/** The fields of content that a vendor publishes for an audience. */
export interface TrainingContent extends Revised {
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

export interface CourseRecord extends TrainingContent {
  kind: CourseKind
  minutes: number
  productIds: string[]
  prerequisiteIds: string[]
  mandatory: boolean
  /** The package that those who begin now get. */
  packageId?: string
  units: CourseUnit[]
  /** Parts that belong together, and are told of when all of them are done. */
  blocks?: { id: string; unitIds: string[] }[]
  /** The address of a link. */
  url?: string
  /** The vendor’s file of a document. */
  fileId?: string
}

/** Courses in an order. */
export interface PathRecord extends TrainingContent {
  courses: { courseId: string; required: boolean }[]
}

/** A rule by which the people of an audience are enrolled in a course, or in what a path requires. */
export interface EnrolmentRule {
  id: string
  courseId?: string
  pathId?: string
  /** Days until it is to be done, from the day of the enrolment. */
  dueDays?: number
  audience: Audience
}

/** A dated training. */
export interface ClassRecord extends Revised {
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
  /** The course said that this part is completed. */
  completed?: boolean
  /** The best share of the points. */
  score?: number
}

/** A course as a person takes it. */
export interface EnrolmentRecord extends Revised {
  status: EnrolmentStatus
  statusReason?: Reason
  courseId: string
  userId: string
  partnerId: string
  pathId?: string
  /** The class by whose attendance it was completed. */
  classId?: string
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
  /** The UUID under which the course reports. */
  registration?: string
  /** The package that it was begun with, which it keeps when the course gets another one. */
  packageId?: string
  /** The blocks that were told of, and the course itself. */
  satisfiedBlocks?: string[]
  /** The mark of the last reminder that its learner got. */
  reminded?: string
  /** Hashes of what other systems said of it last, by the way and key, and which of them came last. */
  told?: { last: string; words: Record<string, string> }
}

/** One opening of a part of a course, and the session that follows. */
export interface LaunchRecord {
  id: string
  enrolmentId: string
  unitId: string
  /** The UUID of the session (cmi5, 9.6.3.1). */
  sessionId: string
  registration: string
  /** The learner as statements name them (cmi5, 9.2). */
  actor: Agent
  activityId: string
  mode: 'Normal' | 'Review'
  masteryScore?: number
  returnUrl?: string
  /** The package whose files it opens, and the hash of the secret in their addresses. */
  packageId?: string
  filesHash?: string
  /** The hash of the secret in the one-time address, and of the token that it gave. */
  onceHash: string
  tokenHash?: string
  launchedAt: string
  fetchedAt?: string
  /** The timestamps of the statements that begin and end it. */
  initializedAt?: string
  terminatedAt?: string
  endedAt?: string
  endedBy?: 'terminated' | 'abandoned'
  /** The verbs that its course has used. */
  verbs: string[]
}

/** A statement that was taken, in the words that were sent. */
export interface StatementRecord {
  /** A UUID in small letters. */
  id: string
  registration: string
  storedAt: string
  timestamp: string
  statement: string
}

/** A document that a course keeps (xAPI, part 3, 2.2). */
export interface XapiDocument {
  /** The document’s resource with all parameters but the document’s own id. */
  place: string
  id: string
  mediaType: string
  body: string
  /** SHA-1 of the bytes. */
  hash: string
  updatedAt: string
}

/** A qualification that the vendor gives to people. */
export interface CertificationRecord extends TrainingContent {
  courses: { courseId: string; minimumScore?: number }[]
  validityMonths?: number
  renewalDays: number
  requirement?: { needed: number; graceDays: number; audience: Audience }
}

/** A certification that somebody holds. */
export interface AwardRecord extends Revised {
  status: AwardStatus
  statusReason?: Reason
  certificationId: string
  userId: string
  partnerId: string
  issuedAt: string
  validUntil?: string
  renewedBy?: string
  /** The part of the award’s public address that nobody guesses: 128 random bits. */
  token: string
  /** The award’s number among all awards, by which lists of revoked ones name it. */
  place: number
  /** The mark of the last reminder that its holder got. */
  reminded?: string
  /** The instant at which its holder left the company. */
  leftAt?: string
  /** The part of it that its public page shows; nothing unless its holder said so. */
  shows?: AwardShows
}

/** A key that signs badges (Ed25519). */
export interface BadgeKeyRecord {
  id: string
  createdAt: string
  /** The public key as Multikey (Controlled Identifiers 1.0, 2.2.2). */
  publicKey: string
  /** The secret key (PKCS #8) as multibase. */
  secretKey: string
}

/** An address for calendar programs; its key is known to its owner alone. */
export interface TrainingFeedRecord {
  userId: string
  keyHash: string
  createdAt: string
}
