import { sql, type SQL } from 'drizzle-orm'
import { isOpen } from '../../rules/training/due.ts'
import type {
  AwardFilter,
  ClassFilter,
  CourseFilter,
  EnrolmentFilter,
  TrainingFilter,
  TrainingTables,
} from '../../store/training.ts'
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
} from '../../store/training-records.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { audienceRow, inAudience } from '../query/audience.ts'
import { hasOneOf, isOneOf, keptTable, tally } from '../query/kept-table.ts'
import { array, insertRows, putRows } from '../query/recordset.ts'
import { feedTable } from './feeds.ts'
import { packageTable } from './packages.ts'
import { documentTable, launchTable, statementTable } from './reports.ts'
import {
  awards,
  badgeKeys,
  bookings,
  certifications,
  classes,
  courses,
  enrolments,
  paths,
} from './schema.ts'

const contentRow = ({ id, position, status, audience }: TrainingContent) => ({
  ...{ id, position, status },
  ...audienceRow(audience),
})

const contentConditions = ({ reader, statuses, ids }: TrainingFilter): SQL[] => [
  sql`status = any(${array(statuses)})`,
  ...(ids === undefined ? [] : [sql`id = any(${array(ids)})`]),
  ...inAudience(reader),
]

const keptCourses = keptTable<CourseRecord, CourseFilter, typeof courses>({
  table: courses,
  order: [courses.position, courses.id],
  row: (record) => ({
    ...contentRow(record),
    ...{ kind: record.kind, productIds: record.productIds },
    languages: Object.keys(record.texts),
    record,
  }),
  conditions: (filter) => [
    ...contentConditions(filter),
    ...isOneOf(courses.kind, filter.kinds),
    ...hasOneOf(courses.productIds, filter.productIds),
    ...hasOneOf(courses.languages, filter.languages),
  ],
})

const keptPaths = keptTable<PathRecord, TrainingFilter, typeof paths>({
  table: paths,
  order: [paths.position, paths.id],
  row: (record) => ({ ...contentRow(record), record }),
  conditions: contentConditions,
})

const keptCertifications = keptTable<CertificationRecord, TrainingFilter, typeof certifications>({
  table: certifications,
  order: [certifications.position, certifications.id],
  row: (record) => ({
    ...contentRow(record),
    courseIds: record.courses.map(({ courseId }) => courseId),
    record,
  }),
  conditions: contentConditions,
})

const keptClasses = keptTable<ClassRecord, ClassFilter, typeof classes>({
  table: classes,
  order: [classes.startsAt, classes.id],
  row: (record) => {
    const { id, courseId, startsAt, endsAt } = record
    return { id, courseId, startsAt, endsAt, record }
  },
  conditions: ({ courseIds, after, until, bookedBy }) => [
    ...isOneOf(classes.courseId, courseIds),
    ...(after === undefined ? [] : [sql`ends_at > ${after}::timestamptz`]),
    ...(until === undefined ? [] : [sql`ends_at <= ${until}::timestamptz`]),
    ...(bookedBy === undefined
      ? []
      : [
          sql`exists (select from bookings b where b.class_id = classes.id and b.user_id = ${bookedBy})`,
        ]),
  ],
})

const keptEnrolments = keptTable<EnrolmentRecord, EnrolmentFilter, typeof enrolments>({
  table: enrolments,
  order: [enrolments.dueAt, enrolments.id],
  row: (record) => {
    const { id, partnerId, userId, courseId, status, createdAt, dueAt = 'infinity' } = record
    const open = isOpen(record)
    return {
      ...{ id, partnerId, userId, courseId, status, createdAt, record },
      ...{ isOpen: open, dueAt: open ? dueAt : 'infinity' },
    }
  },
  conditions: enrolmentConditions,
})

function enrolmentConditions(filter: EnrolmentFilter): SQL[] {
  const { partnerIds, userIds, courseIds, statuses, overdue } = filter
  return [
    ...isOneOf(enrolments.partnerId, partnerIds),
    ...isOneOf(enrolments.userId, userIds),
    ...isOneOf(enrolments.courseId, courseIds),
    ...isOneOf(enrolments.status, statuses),
    ...(overdue === undefined
      ? []
      : [sql`(due_at < ${overdue.now}::timestamptz) = ${overdue.isOverdue}`]),
  ]
}

const keptAwards = keptTable<AwardRecord, AwardFilter, typeof awards>({
  table: awards,
  order: [awards.validUntil, awards.id],
  row: (record) => {
    const { id, partnerId, userId, certificationId, status, validUntil = 'infinity' } = record
    const { token, place } = record
    return { id, partnerId, userId, certificationId, status, validUntil, token, place, record }
  },
  conditions: awardConditions,
})

function awardConditions(filter: AwardFilter): SQL[] {
  const { partnerIds, userIds, certificationIds, statuses, endsBefore } = filter
  return [
    ...isOneOf(awards.partnerId, partnerIds),
    ...isOneOf(awards.userId, userIds),
    ...isOneOf(awards.certificationId, certificationIds),
    ...isOneOf(awards.status, statuses),
    ...(endsBefore === undefined ? [] : [sql`valid_until < ${endsBefore}::timestamptz`]),
  ]
}

/** The tables of the training tracker. */
export function trainingTables(queries: Queries): TrainingTables {
  const records = async <Record>(statement: SQL) =>
    (await rowsOf<{ record: Record }>(queries, statement)).map(({ record }) => record)
  return {
    courses: keptCourses(queries),
    paths: keptPaths(queries),
    classes: {
      ...keptClasses(queries),
      bookings: (classIds) =>
        records<BookingRecord>(sql`select record from bookings
          where class_id = any(${array(classIds)}) order by at, user_id collate "C"`),
      async book(booked) {
        if (booked.length === 0) return
        const rows = booked.map((record) => {
          const { classId, userId, at } = record
          return { classId, userId, at, record }
        })
        await queries.execute(putRows(bookings, 'class_id, user_id', rows))
      },
      async cancel(classId, userId) {
        await queries.execute(
          sql`delete from bookings where class_id = ${classId} and user_id = ${userId}`,
        )
      },
    },
    enrolments: {
      ...keptEnrolments(queries),
      latest: (userIds, courseIds) =>
        records<EnrolmentRecord>(sql`select distinct on (user_id, course_id) record from enrolments
          where user_id = any(${array(userIds)}) and course_id = any(${array(courseIds)})
          order by user_id, course_id, created_at desc, id desc`),
      statuses: (filter) =>
        tally(queries, enrolments, enrolments.status, enrolmentConditions(filter)),
    },
    certifications: {
      ...keptCertifications(queries),
      asking: (courseId) =>
        records<CertificationRecord>(sql`select record from certifications
          where status = 'published' and course_ids @> ${array([courseId])}
          order by position, id`),
    },
    launches: launchTable(queries),
    statements: statementTable(queries),
    documents: documentTable(queries),
    packages: packageTable(queries),
    trainingFeeds: feedTable(queries),
    awards: {
      ...keptAwards(queries),
      statuses: (filter) => tally(queries, awards, awards.status, awardConditions(filter)),
      due: (now, limit) =>
        records<AwardRecord>(sql`select record from awards
          where status = 'active' and valid_until < ${now}::timestamptz
          order by valid_until limit ${limit} for update skip locked`),
      byToken: async (token) =>
        (await records<AwardRecord>(sql`select record from awards where token = ${token}`))[0],
      async nextPlace() {
        const query = sql`select nextval('award_places')::int as place`
        return (await rowsOf<{ place: number }>(queries, query))[0]!.place
      },
      revokedPlaces: async (from, until) =>
        (
          await rowsOf<{ place: number }>(
            queries,
            sql`select place from awards
              where status = 'revoked' and place >= ${from} and place < ${until}`,
          )
        ).map(({ place }) => place),
    },
    badgeKeys: {
      list: () =>
        records<BadgeKeyRecord>(sql`select record from badge_keys order by created_at, id`),
      async add(record) {
        const { id, createdAt } = record
        await queries.execute(insertRows(badgeKeys, [{ id, createdAt, record }]))
      },
    },
  }
}
