import type { Award, Enrolment, TitledLink } from '@prmkit/contract'
import type { SessionCaller } from '../../rules/shared/callers.ts'
import { showAward } from '../../rules/training/awards.ts'
import { shownText } from '../../rules/training/content.ts'
import { isDone } from '../../rules/training/due.ts'
import { showEnrolment, type EnrolmentView } from '../../rules/training/enrolments.ts'
import type {
  AwardRecord,
  CertificationRecord,
  CourseRecord,
  EnrolmentRecord,
} from '../../store/training-records.ts'
import { languagesFor, mayWrite, type Reading } from '../content/reader.ts'
import { baseOf } from '../shared/base-of.ts'
import { isTeamAdmin, namesOf } from './reading.ts'
import { awardResource, enrolmentResource } from './resource.ts'
import { olderPackages, withPackage } from './versions.ts'

/** A reading call of somebody in a session. */
export type SessionReading = Reading & { caller: SessionCaller }

/** The rights of the caller in each of these enrolments. */
export async function viewsOf(
  { tables, caller, ...call }: SessionReading,
  records: readonly EnrolmentRecord[],
): Promise<(record: EnrolmentRecord) => EnrolmentView> {
  const wanted = await languagesFor({ ...call, tables, caller })
  const found = await tables.courses.many([...new Set(records.map(({ courseId }) => courseId))])
  const courses = new Map(found.map((course) => [course.id, course]))
  const before = [...new Set(found.flatMap(({ prerequisiteIds }) => prerequisiteIds))]
  const older = new Map(
    (
      await tables.packages.many(
        records.flatMap((record) => {
          const course = courses.get(record.courseId)
          return course ? olderPackages(course, [record]) : []
        }),
      )
    ).map((one) => [one.id, one]),
  )
  const needed = before.length === 0 ? [] : await tables.courses.many(before)
  const userIds = [...new Set(records.map(({ userId }) => userId))]
  const done = before.length === 0 ? [] : await tables.enrolments.latest(userIds, before)
  const isDoneBy = (userId: string, courseId: string) =>
    done.some((one) => one.userId === userId && one.courseId === courseId && isDone(one))
  const blocking = (course: CourseRecord, userId: string): TitledLink[] =>
    needed
      .filter(
        ({ id, status }) =>
          status === 'published' && course.prerequisiteIds.includes(id) && !isDoneBy(userId, id),
      )
      .map((one) => ({ id: one.id, title: shownText(one, wanted).title }))
  return (record) => {
    const latest = courses.get(record.courseId)
    const begun = older.get(record.packageId ?? '')
    const course = latest && begun ? withPackage(latest, begun) : latest
    return {
      actor: caller.side,
      isOwn: record.userId === caller.user.id,
      isAdmin: isTeamAdmin(caller),
      mayWrite: !caller.readOnly,
      course,
      blockedBy: course ? blocking(course, record.userId) : [],
    }
  }
}

/** Enrolments as the caller sees them. */
export async function showEnrolments(
  call: SessionReading,
  records: readonly EnrolmentRecord[],
): Promise<Enrolment[]> {
  if (records.length === 0) return []
  const wanted = await languagesFor(call)
  const [viewOf, names] = [await viewsOf(call, records), await namesOf(call, records)]
  const pathIds = [...new Set(records.flatMap(({ pathId }) => pathId ?? []))]
  const found = pathIds.length === 0 ? [] : await call.tables.paths.many(pathIds)
  const paths = new Map(
    found.map((path) => [path.id, { id: path.id, title: shownText(path, wanted).title }]),
  )
  return records.map((record) =>
    showEnrolment(record, {
      ...{ view: viewOf(record), wanted, now: call.now },
      userName: names.get(record.userId) ?? '–',
      path: paths.get(record.pathId ?? ''),
    }),
  )
}

/** The answer with one enrolment. */
export async function answerEnrolment(call: SessionReading, record: EnrolmentRecord) {
  const [body] = await showEnrolments(call, [record])
  return {
    body: body!,
    revision: record.revision,
    shows: { resource: enrolmentResource.name, id: record.id },
  }
}

/** A reading call, whose address the public pages of awards share. */
type AwardReading = Reading & { request: Request }

/** Awards as the caller sees them. */
export async function showAwards(
  call: AwardReading,
  records: readonly AwardRecord[],
): Promise<Award[]> {
  if (records.length === 0) return []
  const wanted = await languagesFor(call)
  const names = await namesOf(call, records)
  const ids = [...new Set(records.map(({ certificationId }) => certificationId))]
  const found = await call.tables.certifications.many(ids)
  const certifications = new Map<string, CertificationRecord>(found.map((one) => [one.id, one]))
  return records.map((record) => {
    const certification = certifications.get(record.certificationId)
    return showAward(record, {
      ...{ certification, now: call.now, mayWrite: mayWrite(call.caller) },
      title: certification ? shownText(certification, wanted).title : '–',
      userName: names.get(record.userId) ?? '–',
      base: baseOf(call.services, call.request),
    })
  })
}

/** The answer with one award. */
export async function answerAward(call: AwardReading, record: AwardRecord) {
  const [body] = await showAwards(call, [record])
  return {
    body: body!,
    revision: record.revision,
    shows: { resource: awardResource.name, id: record.id },
  }
}
