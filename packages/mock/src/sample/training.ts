import type { ClassRecord, EnrolmentRecord, SampleTraining } from '@prmkit/server'
import { certificationsAt, coursesAt, pathsAt } from './academy.ts'
import { calendarAt, type Calendar } from './deal.ts'

function classesAt({ instant }: Calendar): ClassRecord[] {
  const one = (id: string, days: number, more: Partial<ClassRecord>): ClassRecord => ({
    ...{ id, externalIds: {}, createdAt: instant(-30), updatedAt: instant(-30), revision: 1 },
    ...{ status: 'scheduled', courseId: 'commissioning', timeZone: 'Europe/Berlin' },
    ...{ startsAt: instant(days), endsAt: instant(days + 7 / 24), language: 'de', seats: 8 },
    ...more,
  })
  return [
    one('kiel', 12, { place: 'Quellmark, Werftstraße 4, Kiel', trainer: 'Jonas Petersen' }),
    one('online', 33, {
      ...{ language: 'en', seats: 1, trainer: 'Maren Holt' },
      link: 'https://meet.quellmark.example/commissioning',
    }),
  ]
}

function enrolmentsAt({ instant }: Calendar): EnrolmentRecord[] {
  const one = (
    [userId, partnerId, courseId]: readonly [string, string, string],
    more: Partial<EnrolmentRecord> = {},
  ): EnrolmentRecord => ({
    ...{ id: `enrolment_${userId}_${courseId}`, externalIds: {}, createdAt: instant(-90) },
    ...{ updatedAt: instant(-60), revision: 1, status: 'assigned', courseId, userId, partnerId },
    ...{ progress: 0, success: 'unknown', units: [], satisfied: false, attempts: 0 },
    ...more,
  })
  const done = (days: number): Partial<EnrolmentRecord> => ({
    ...{ status: 'completed', progress: 100, success: 'passed', satisfied: true, attempts: 1 },
    ...{ startedAt: instant(days - 1), completedAt: instant(days) },
  })
  const by = { userId: 'claudia', name: 'Claudia Brückner', side: 'partner' as const }
  const due = (days: number) => ({ dueAt: instant(days), assignedBy: by })
  return [
    one(['claudia', 'rheinblick', 'echo-basics'], { ...done(-55), pathId: 'leak-path' }),
    one(['claudia', 'rheinblick', 'leak-survey'], {
      ...{ status: 'in_progress', progress: 40, attempts: 2, startedAt: instant(-9) },
      ...{ pathId: 'leak-path', dueAt: instant(20) },
    }),
    one(['claudia', 'rheinblick', 'partner-code'], { dueAt: instant(6) }),
    one(['holger', 'rheinblick', 'echo-basics'], done(-710)),
    one(['holger', 'rheinblick', 'leak-survey'], done(-700)),
    one(['holger', 'rheinblick', 'partner-code'], due(-4)),
    one(['aylin', 'rheinblick', 'echo-basics'], {
      ...{ status: 'in_progress', progress: 70, attempts: 1, startedAt: instant(-3) },
      ...due(3),
    }),
    one(['aylin', 'rheinblick', 'partner-code'], { ...done(-12), ...due(-10) }),
    one(['noura', 'manabi', 'echo-basics'], done(-30)),
  ]
}

/** The academy of the made-up vendor, and how its partners’ people have come on. */
export function trainingSampleAt(now: number): SampleTraining {
  const calendar = calendarAt(now)
  const { instant } = calendar
  return {
    courses: coursesAt(calendar),
    paths: pathsAt(calendar),
    classes: classesAt(calendar),
    bookings: [
      ...(['doerte', 'felix'] as const).map((userId) => ({
        ...{ classId: 'kiel', userId, status: 'booked' as const, at: instant(-5) },
        partnerId: userId === 'doerte' ? 'sielmann' : 'gruenwald',
      })),
      {
        ...{ classId: 'online', userId: 'dana', partnerId: 'cascade', status: 'booked' },
        at: instant(-2),
      },
    ],
    enrolments: enrolmentsAt(calendar),
    certifications: certificationsAt(calendar),
    awards: [
      {
        ...{ id: 'award_holger_leak', externalIds: {}, createdAt: instant(-700) },
        ...{ updatedAt: instant(-700), revision: 1, status: 'active' },
        ...{ certificationId: 'leak-specialist', userId: 'holger', partnerId: 'rheinblick' },
        ...{ issuedAt: instant(-700), validUntil: instant(31) },
      },
      {
        ...{ id: 'award_claudia_flux', externalIds: {}, createdAt: instant(-200) },
        ...{ updatedAt: instant(-200), revision: 1, status: 'active', shows: 'award' },
        ...{ certificationId: 'flux-engineer', userId: 'claudia', partnerId: 'rheinblick' },
        ...{ issuedAt: instant(-200), validUntil: instant(165) },
      },
    ],
  }
}
