import { awardTransitions, enrolmentTransitions } from '@prmkit/contract/rules'
import type { ContentVerb, Resource } from '../../resource.ts'
import { awardOwned } from '../../rules/training/awards.ts'
import { contentOwned } from '../../rules/training/content.ts'
import { enrolmentOwned } from '../../rules/training/enrolments.ts'
import type { Tables } from '../../store/store.ts'
import type {
  AwardRecord,
  CertificationRecord,
  ClassRecord,
  CourseRecord,
  EnrolmentRecord,
  PathRecord,
} from '../../store/training-records.ts'
import { awardMail, classMail, enrolmentMail } from './messages/mail.ts'

const contentEvents = (noun: string): Record<ContentVerb, string> => ({
  created: `${noun}.created`,
  updated: `${noun}.updated`,
  published: `${noun}.published`,
  retired: `${noun}.retired`,
})

/** Courses as the shared parts of the server see them. */
export const courseResource: Resource<CourseRecord, ContentVerb> = {
  name: 'courses',
  noun: 'course',
  events: contentEvents('course'),
  load: (tables, id) => tables.courses.get(id),
  lock: (tables, id) => tables.courses.lock(id),
  owned: contentOwned,
}

/** Paths as the shared parts of the server see them. */
export const pathResource: Resource<PathRecord, 'updated'> = {
  name: 'paths',
  noun: 'path',
  events: { updated: 'path.updated' },
  load: (tables, id) => tables.paths.get(id),
  lock: (tables, id) => tables.paths.lock(id),
  owned: contentOwned,
}

/** Certifications as the shared parts of the server see them. */
export const certificationResource: Resource<CertificationRecord, ContentVerb> = {
  name: 'certifications',
  noun: 'certification',
  events: contentEvents('certification'),
  load: (tables, id) => tables.certifications.get(id),
  lock: (tables, id) => tables.certifications.lock(id),
  owned: contentOwned,
}

/** A class with its course, by whose audience it is seen. */
export interface ClassWithCourse extends ClassRecord {
  course: CourseRecord
}

async function withCourse(
  tables: Tables,
  found: ClassRecord | undefined,
): Promise<ClassWithCourse | undefined> {
  const course = found && (await tables.courses.get(found.courseId))
  return course && { ...found, course }
}

/** Classes as the shared parts of the server see them: whoever sees the course sees its classes. */
export const classResource: Resource<
  ClassWithCourse,
  'updated' | 'booked' | 'cancelled' | 'movedUp'
> = {
  name: 'classes',
  noun: 'class',
  events: {
    updated: 'class.updated',
    booked: 'class.booked',
    cancelled: 'class.cancelled',
    movedUp: 'class.moved_up',
  },
  load: async (tables, id) => withCourse(tables, await tables.classes.get(id)),
  lock: async (tables, id) => withCourse(tables, await tables.classes.lock(id)),
  owned: ({ course }) => contentOwned(course),
  mail: classMail,
}

/** Enrolments as the shared parts of the server see them. */
export const enrolmentResource: Resource<
  EnrolmentRecord,
  'created' | 'started' | 'progressed' | 'completed' | 'failed' | 'extended'
> = {
  name: 'enrolments',
  noun: 'enrolment',
  events: {
    created: 'enrolment.created',
    started: 'enrolment.started',
    progressed: 'enrolment.progressed',
    completed: 'enrolment.completed',
    failed: 'enrolment.failed',
    extended: 'enrolment.extended',
  },
  deeds: [...new Set(enrolmentTransitions.map(({ event }) => event))],
  forgets: ['enrolment.extended', 'enrolment.reset'],
  load: (tables, id) => tables.enrolments.get(id),
  lock: (tables, id) => tables.enrolments.lock(id),
  owned: enrolmentOwned,
  mail: enrolmentMail,
}

/** Awards as the shared parts of the server see them. */
export const awardResource: Resource<AwardRecord, 'issued' | 'shared'> = {
  name: 'awards',
  noun: 'award',
  events: { issued: 'award.issued', shared: 'award.shared' },
  deeds: ['award.issued', ...awardTransitions.map(({ event }) => event)],
  forgets: ['award.extended'],
  load: (tables, id) => tables.awards.get(id),
  lock: (tables, id) => tables.awards.lock(id),
  owned: awardOwned,
  mail: awardMail,
}
