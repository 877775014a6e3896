import { isInAudience } from '../../../rules/shared/audience.ts'
import { isOpen, isOverdue } from '../../../rules/training/due.ts'
import type {
  AwardFilter,
  ClassFilter,
  CourseFilter,
  EnrolmentFilter,
  TrainingFilter,
  TrainingTables,
} from '../../training.ts'
import type {
  AwardRecord,
  BadgeKeyRecord,
  BookingRecord,
  CertificationRecord,
  ClassRecord,
  CourseRecord,
  EnrolmentRecord,
  PathRecord,
  TrainingContent,
} from '../../training-records.ts'
import { digits } from '../content-match.ts'
import { keptTable, tally } from '../kept-table.ts'
import { Table, type Undo } from '../table.ts'
import { feedTable } from './feeds.ts'
import { packageTable } from './packages.ts'
import { documentTable, launchTable, statementTable } from './reports.ts'

/** Later than every instant. */
const never = 'infinity'

const named = (wanted: readonly string[] | undefined, value: string) =>
  wanted?.includes(value) ?? true
const some = (wanted: readonly string[] | undefined, has: readonly string[]) =>
  wanted?.some((one) => has.includes(one)) ?? true
const byPosition = ({ position }: TrainingContent) => digits(position)

/** The tables of the training tracker. */
export function trainingTables(undo: Undo): TrainingTables {
  const isFor = (row: TrainingContent, { reader, statuses, ids }: TrainingFilter) =>
    statuses.includes(row.status) && named(ids, row.id) && isInAudience(row.audience, reader)
  const {
    matching: _,
    rows: certified,
    ...certifications
  } = keptTable<CertificationRecord, TrainingFilter>(
    undo,
    { list: 'certifications', by: byPosition },
    isFor,
  )
  const courses = keptTable<CourseRecord, CourseFilter>(
    undo,
    { list: 'courses', by: byPosition },
    (row, filter) =>
      isFor(row, filter) &&
      named(filter.kinds, row.kind) &&
      some(filter.productIds, row.productIds) &&
      some(filter.languages, Object.keys(row.texts)),
  )
  const enrolments = enrolmentTable(undo)
  const launches = launchTable(undo, { enrolments, courses })
  return {
    courses,
    paths: keptTable<PathRecord, TrainingFilter>(undo, { list: 'paths', by: byPosition }, isFor),
    classes: classTable(undo),
    enrolments,
    certifications: {
      ...certifications,
      async asking(courseId) {
        return [...certified.values()].filter(
          ({ status, courses }) =>
            status === 'published' && courses.some((one) => one.courseId === courseId),
        )
      },
    },
    awards: awardTable(undo),
    badgeKeys: badgeKeyTable(undo),
    ...{ launches, statements: statementTable(undo, { launches, enrolments }) },
    documents: documentTable(undo),
    packages: packageTable(undo, { courses: courses.rows, enrolments: enrolments.rows }),
    trainingFeeds: feedTable(undo),
  }
}

function classTable(undo: Undo): TrainingTables['classes'] {
  const bookings = new Table<BookingRecord>(undo)
  const keyOf = (classId: string, userId: string) => `${classId} ${userId}`
  const table = keptTable<ClassRecord, ClassFilter>(
    undo,
    { list: 'classes', by: ({ startsAt }) => startsAt },
    ({ id, courseId, endsAt }, { courseIds, after = '', until = never, bookedBy }) =>
      named(courseIds, courseId) &&
      endsAt > after &&
      endsAt <= until &&
      (bookedBy === undefined || bookings.get(keyOf(id, bookedBy)) !== undefined),
  )
  return {
    ...table,
    async bookings(classIds) {
      return [...bookings.rows.values()]
        .filter(({ classId }) => classIds.includes(classId))
        .toSorted((one, other) => (one.at + one.userId < other.at + other.userId ? -1 : 1))
    },
    async book(records) {
      for (const record of records) bookings.put(keyOf(record.classId, record.userId), record)
    },
    async cancel(classId, userId) {
      bookings.delete(keyOf(classId, userId))
    },
  }
}

function enrolmentTable(undo: Undo) {
  const table = keptTable<EnrolmentRecord, EnrolmentFilter>(
    undo,
    { list: 'enrolments', by: (row) => (isOpen(row) ? (row.dueAt ?? never) : never) },
    (row, { partnerIds, userIds, courseIds, statuses, overdue }) =>
      named(partnerIds, row.partnerId) &&
      named(userIds, row.userId) &&
      named(courseIds, row.courseId) &&
      named(statuses, row.status) &&
      (overdue === undefined || isOverdue(row, overdue.now) === overdue.isOverdue),
  )
  return {
    ...table,
    async latest(userIds: readonly string[], courseIds: readonly string[]) {
      const latest = new Map<string, EnrolmentRecord>()
      for (const row of table.matching({ userIds, courseIds })) {
        const key = `${row.userId} ${row.courseId}`
        const before = latest.get(key)
        if (!before || before.createdAt + before.id <= row.createdAt + row.id) latest.set(key, row)
      }
      return [...latest.values()]
    },
    statuses: async (filter: EnrolmentFilter) =>
      tally(table.matching(filter).map(({ status }) => status)),
  }
}

function awardTable(undo: Undo): TrainingTables['awards'] {
  let last = -1
  const table = keptTable<AwardRecord, AwardFilter>(
    undo,
    { list: 'awards', by: ({ validUntil = never }) => validUntil },
    (row, { partnerIds, userIds, certificationIds, statuses, endsBefore }) =>
      named(partnerIds, row.partnerId) &&
      named(userIds, row.userId) &&
      named(certificationIds, row.certificationId) &&
      named(statuses, row.status) &&
      (endsBefore === undefined || (row.validUntil ?? never) < endsBefore),
  )
  return {
    ...table,
    statuses: async (filter) => tally(table.matching(filter).map(({ status }) => status)),
    async due(now, limit) {
      return [...table.rows.values()]
        .filter(({ status, validUntil = never }) => status === 'active' && validUntil < now)
        .slice(0, limit)
    },
    async byToken(token) {
      return [...table.rows.values()].find((award) => award.token === token)
    },
    // The next place follows the highest one that was put in; a failed write does not take it back.
    async nextPlace() {
      last = Math.max(last, ...[...table.rows.values()].map(({ place }) => place)) + 1
      return last
    },
    async revokedPlaces(from, until) {
      return [...table.rows.values()]
        .filter(({ status, place }) => status === 'revoked' && place >= from && place < until)
        .map(({ place }) => place)
    },
  }
}

function badgeKeyTable(undo: Undo): TrainingTables['badgeKeys'] {
  const table = new Table<BadgeKeyRecord>(undo)
  return {
    list: async () =>
      [...table.rows.values()].toSorted((one, other) => (one.createdAt < other.createdAt ? -1 : 1)),
    add: async (key) => table.put(key.id, key),
  }
}
