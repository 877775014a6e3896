import type { Enrolment, TitledLink } from '@prmkit/contract'
import {
  enrolmentTransitionsFrom,
  type Actor,
  type EnrolmentGuard,
  type Transition,
} from '@prmkit/contract/rules'
import type { CourseRecord, EnrolmentRecord } from '../../store/training-records.ts'
import type { Owned } from '../shared/visibility.ts'
import { shownText } from './content.ts'
import { unitTitle } from './courses.ts'
import { isOverdue } from './due.ts'

/** The facts about an enrolment that decide who sees it: the learner, and who sees the whole company. */
export function enrolmentOwned({ partnerId, userId }: EnrolmentRecord): Owned {
  return { partnerIds: [partnerId], ownerUserId: userId }
}

/** A new enrolment of somebody in a course, after the last one there, if any. */
export function newEnrolment(
  id: string,
  course: CourseRecord,
  learner: { userId: string; partnerId: string },
  now: string,
  { last, ...more }: Partial<EnrolmentRecord> & { last?: EnrolmentRecord | undefined } = {},
): EnrolmentRecord {
  // The latest enrolment is told by its beginning, so that two of them never begin at once.
  const createdAt =
    last && last.createdAt >= now ? new Date(Date.parse(last.createdAt) + 1).toISOString() : now
  return {
    ...{ id, externalIds: {}, createdAt, updatedAt: now, revision: 1, status: 'assigned' },
    ...{ courseId: course.id, ...learner, progress: 0, success: 'unknown', satisfied: false },
    units: freshUnits(course),
    attempts: 0,
    ...more,
  }
}

/** The parts of a course before anybody has begun them. */
export function freshUnits({ units }: CourseRecord): EnrolmentRecord['units'] {
  return units.map(({ id }) => ({
    ...{ id, status: 'assigned', success: 'unknown', progress: 0, satisfied: false },
  }))
}

/** The facts about a caller and a course that decide what may be done with an enrolment. */
export interface EnrolmentView {
  actor: Actor
  /** The caller is the learner. */
  isOwn: boolean
  /** The caller may act for colleagues. */
  isAdmin: boolean
  mayWrite: boolean
  course: CourseRecord | undefined
  /** The courses that have to be done before. */
  blockedBy: readonly TitledLink[]
}

type Row = Transition<EnrolmentRecord['status'], EnrolmentGuard>

/** The actions that a caller may do with an enrolment now. */
export function openActions(enrolment: EnrolmentRecord, view: EnrolmentView): readonly Row[] {
  const { actor, isOwn, isAdmin, mayWrite } = view
  if (!mayWrite || (actor === 'partner' && !isOwn && !isAdmin)) return []
  return enrolmentTransitionsFrom(enrolment.status, actor).filter(({ guards = [] }) =>
    guards.every((guard) => holds(guard, enrolment, view)),
  )
}

function holds(
  guard: EnrolmentGuard,
  enrolment: EnrolmentRecord,
  { isOwn, isAdmin, course, blockedBy }: EnrolmentView,
): boolean {
  switch (guard) {
    case 'launchable':
      return isOwn && blockedBy.length === 0 && isLaunchable(course)
    case 'self_reported':
      return (
        isOwn && enrolment.attempts > 0 && (course?.kind === 'link' || course?.kind === 'document')
      )
    case 'own_choice':
      return isAdmin || (isOwn && enrolment.assignedBy === undefined)
  }
}

/** Tells whether a course opens in a window, and does so now. */
function isLaunchable(course: CourseRecord | undefined): boolean {
  if (course?.status !== 'published') return false
  if (course.kind === 'link') return course.url !== undefined
  if (course.kind === 'document') return course.fileId !== undefined
  return course.kind !== 'class' && course.units.length > 0
}

/** The facts that showing an enrolment needs beside its reader. */
export interface EnrolmentShowing {
  view: EnrolmentView
  wanted: readonly string[]
  now: string
  /** The learner’s name. */
  userName: string
  path?: TitledLink | undefined
}

/** An enrolment as its reader sees it. */
export function showEnrolment(
  enrolment: EnrolmentRecord,
  { view, wanted, now, userName, path }: EnrolmentShowing,
): Enrolment {
  const { courseId, userId, pathId: _, classId: _class, units, ...rest } = enrolment
  const {
    registration: _registration,
    packageId: _package,
    satisfiedBlocks: _blocks,
    reminded: _reminded,
    told: _told,
    ...shown
  } = rest
  const { course, blockedBy } = view
  const { title } = course ? shownText(course, wanted) : { title: '–' }
  const known = new Map(course?.units.map((unit) => [unit.id, unitTitle(unit, wanted)]))
  return {
    ...shown,
    allowedActions: openActions(enrolment, view).map(({ action }) => action),
    course: { id: courseId, title, kind: course?.kind ?? 'link', minutes: course?.minutes ?? 0 },
    user: { id: userId, name: userName },
    ...(path && { path }),
    units: units.map(({ completed: _c, score: _s, ...unit }) => ({
      ...unit,
      title: known.get(unit.id) ?? '–',
    })),
    overdue: isOverdue(enrolment, now),
    resumable: enrolment.status === 'in_progress' && enrolment.attempts > 0,
    blockedBy: [...blockedBy],
  }
}

/** An enrolment as it was before anything of it was done; what a course reported stays under its registration. */
export function begunAnew(
  enrolment: EnrolmentRecord,
  course: CourseRecord | undefined,
): EnrolmentRecord {
  const { registration: _r, packageId: _p, satisfiedBlocks: _b, classId: _c, ...begun } = enrolment
  const { score: _s, completedAt: _e, startedAt: _a, statusReason: _w, ...fresh } = begun
  return {
    ...{ ...fresh, status: 'assigned', progress: 0, success: 'unknown', satisfied: false },
    units: course ? freshUnits(course) : [],
  }
}

/** An enrolment that was completed without a report of its own course. */
export function completed(
  enrolment: EnrolmentRecord,
  at: string,
  { success = 'unknown', score }: Partial<Pick<EnrolmentRecord, 'success' | 'score'>> = {},
): EnrolmentRecord {
  return {
    ...enrolment,
    ...{ status: 'completed', progress: 100, success, satisfied: true, completedAt: at },
    ...(score && { score }),
  }
}
