import { blankCertification } from '../src/rules/training/certifications.ts'
import { blankContent } from '../src/rules/training/content.ts'
import { blankCourse } from '../src/rules/training/courses.ts'
import { newEnrolment } from '../src/rules/training/enrolments.ts'
import { seedTraining } from '../src/seed-training.ts'
import type { Tables } from '../src/store/store.ts'
import type { CourseUnit, PackageRecord } from '../src/store/course-packages.ts'
import type {
  AwardRecord,
  CertificationRecord,
  ClassRecord,
  CourseRecord,
  EnrolmentRecord,
  LaunchRecord,
} from '../src/store/training-records.ts'
import { later, noon, unique } from './records.ts'

const published = { status: 'published' as const, revision: 1, language: 'en' }
const texts = (title: string) => ({ en: { title, description: `All about ${title}.` } })

/** A published course that is a link, with whatever a test says otherwise. */
export function aCourse(fields: Partial<CourseRecord> = {}): CourseRecord {
  const { id = unique('course') } = fields
  return {
    ...{ ...blankCourse(id, noon), ...published, texts: texts('Pumps'), minutes: 10 },
    url: 'https://academy.example/pumps',
    ...fields,
  }
}

/** An enrolment that nobody has begun, with whatever a test says otherwise. */
export function anEnrolment(fields: Partial<EnrolmentRecord> = {}): EnrolmentRecord {
  const learner = { userId: unique('user'), partnerId: unique('partner') }
  return newEnrolment(unique('enrolment'), aCourse(), learner, noon, fields)
}

/** An award that goes on, with whatever a test says otherwise. */
export function anAward(fields: Partial<AwardRecord> = {}): AwardRecord {
  return {
    ...{ id: unique('award'), externalIds: {}, createdAt: noon, updatedAt: noon, revision: 1 },
    ...{ status: 'active', certificationId: unique('certification'), userId: unique('user') },
    ...{ partnerId: unique('partner'), issuedAt: noon },
    ...{ token: unique('token'), place: Math.floor(Math.random() * 2 ** 30) },
    ...fields,
  }
}

/** A published certification, with whatever a test says otherwise. */
export function aCertification(fields: Partial<CertificationRecord> = {}): CertificationRecord {
  const { id = unique('certification') } = fields
  return { ...blankCertification(id, noon), ...published, texts: texts('Expert'), ...fields }
}

/** A class in an hour, with whatever a test says otherwise. */
export function aClass(fields: Partial<ClassRecord> = {}): ClassRecord {
  return {
    ...{ id: unique('class'), externalIds: {}, createdAt: noon, updatedAt: noon, revision: 1 },
    ...{ status: 'scheduled', courseId: unique('course'), timeZone: 'Europe/Berlin' },
    ...{ startsAt: later(noon, 3_600_000), endsAt: later(noon, 7_200_000), language: 'en' },
    seats: 2,
    ...fields,
  }
}

/** A part of a cmi5 course, with whatever a test says otherwise. */
export function aUnit(fields: Partial<CourseUnit> = {}): CourseUnit {
  return {
    ...{ id: 'one', texts: { en: 'One' }, href: 'https://courses.example/one/index.html?skin=a' },
    ...{ publisherId: 'https://publisher.example/one', moveOn: 'CompletedAndPassed' },
    ...{ launchMethod: 'AnyWindow', masteryScore: 0.8 },
    ...fields,
  }
}

/** A cmi5 package of one part, with whatever a test says otherwise. */
export function aPackage(fields: Partial<PackageRecord> = {}): PackageRecord {
  return {
    ...{ id: unique('package'), kind: 'cmi5', fileId: unique('file'), createdAt: noon },
    ...{ language: 'en', texts: texts('Pumps'), units: [aUnit({ href: 'one.html' })], blocks: [] },
    ...fields,
  }
}

/** A launch that nobody has begun, with whatever a test says otherwise. */
export function aLaunch(fields: Partial<LaunchRecord> = {}): LaunchRecord {
  return {
    ...{ id: unique('launch'), enrolmentId: unique('enrolment'), unitId: 'one', sessionId: 's' },
    ...{ registration: unique('registration'), activityId: 'https://a.example/one' },
    actor: { objectType: 'Agent', account: { homePage: 'https://a.example', name: 'sam' } },
    ...{ mode: 'Normal', onceHash: 'h', launchedAt: noon, verbs: [] },
    ...fields,
  }
}

/** A small academy for the made-up vendor. */
export async function seedAcademy(
  tables: Tables,
  now: string,
  awards: AwardRecord[] = [],
): Promise<void> {
  const day = 86_400_000
  await seedTraining(tables, {
    courses: [
      aCourse({ id: 'basics', texts: texts('Pump basics'), position: 1 }),
      aCourse({
        ...{ id: 'service', texts: texts('Pump service'), position: 2 },
        prerequisiteIds: ['basics'],
      }),
      aCourse({ id: 'code', texts: texts('Code of conduct'), mandatory: true, position: 3 }),
      aCourse({ id: 'bench', texts: texts('Day at the bench'), kind: 'class', position: 4 }),
      aCourse({ id: 'south-only', audience: { partnerIds: ['south'] }, position: 5 }),
      aCourse({ id: 'hidden', status: 'draft', position: 6 }),
    ],
    paths: [
      {
        ...{ ...blankContent('start', now), ...published, texts: texts('Start') },
        courses: [
          { courseId: 'basics', required: true },
          { courseId: 'service', required: true },
          { courseId: 'code', required: false },
        ],
      },
    ],
    classes: [
      aClass({
        ...{ id: 'kiel', courseId: 'bench', link: 'https://meet.example/kiel' },
        ...{ startsAt: later(now, day), endsAt: later(now, 2 * day) },
      }),
    ],
    ...{ bookings: [], enrolments: [], awards },
    certifications: [
      aCertification({
        ...{ id: 'expert', courses: [{ courseId: 'basics' }, { courseId: 'service' }] },
        ...{ validityMonths: 12, renewalDays: 60 },
        requirement: { needed: 1, graceDays: 30, audience: {} },
      }),
    ],
  })
}

/** The certificate of the small academy, held by a person of the first partner. */
export const heldBy = (userId: string): AwardRecord =>
  anAward({ id: 'expert-held', certificationId: 'expert', userId, partnerId: 'north' })
