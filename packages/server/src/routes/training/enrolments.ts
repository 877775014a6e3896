import type { Routes } from '@prmkit/contract'
import type { Call, Handlers } from '../../http/call.ts'
import { requireRevision } from '../../http/headers.ts'
import { newId } from '../../ids.ts'
import { fieldProblem, ProblemError } from '../../problem.ts'
import { lockedRecord, visibleRecord } from '../../resource.ts'
import { fault } from '../../rules/content/write.ts'
import type { SessionCaller } from '../../rules/shared/callers.ts'
import { isDone, isOpen } from '../../rules/training/due.ts'
import { begunAnew, completed, newEnrolment, openActions } from '../../rules/training/enrolments.ts'
import type { CourseRecord, EnrolmentRecord } from '../../store/training-records.ts'
import { baseOf } from '../shared/base-of.ts'
import { personOf, note } from '../shared/journal.ts'
import { pageOf, paging } from '../shared/paging.ts'
import { endSessions } from './end-sessions.ts'
import { issueFor } from './issue.ts'
import { launchCourse } from './launch.ts'
import { learnersFor, type Learner } from './learners.ts'
import { contentFilter } from './reading.ts'
import { enrolmentResource } from './resource.ts'
import { answerEnrolment, showEnrolments, viewsOf } from './show.ts'
import { waived } from './waive.ts'

type Enrolments = Routes['enrolments']

/** The records of people that the caller sees: their own, or those of the team. */
export function scopeFilter(
  { scope, user }: SessionCaller,
  {
    scope: asked = 'me',
    userId,
  }: { scope?: 'me' | 'team' | undefined; userId?: string | undefined },
): { partnerIds?: readonly string[]; userIds?: readonly string[] } {
  const people = userId === undefined ? {} : { userIds: [userId] }
  if (scope.kind === 'all') return people
  if (scope.kind === 'portfolio') return { partnerIds: scope.partnerIds, ...people }
  const own = scope.userId !== undefined || (asked === 'me' && userId === undefined)
  const userIds = own ? [user.id].filter((id) => userId === undefined || id === userId) : undefined
  return { partnerIds: [scope.partnerId], ...people, ...(userIds && { userIds }) }
}

export const enrolments: Handlers<'enrolments'> = {
  async list(call) {
    const { tables, caller, query, now } = call
    const { courseId, status, overdue, facets = false } = query
    const filter = {
      ...scopeFilter(caller, query),
      ...(courseId !== undefined && { courseIds: [courseId] }),
      ...(overdue !== undefined && { overdue: { now, isOverdue: overdue } }),
    }
    const whole = { ...filter, ...(status && { statuses: status }) }
    const page = await tables.enrolments.list(whole, paging(query))
    const items = await showEnrolments(call, page.items)
    const { body } = pageOf({ ...page, items }, (one) => one)
    if (!facets) return { body }
    const total = await tables.enrolments.count(whole)
    return {
      body: { ...body, total, facets: { status: await tables.enrolments.statuses(filter) } },
    }
  },

  async get(call) {
    return answerEnrolment(call, await visibleRecord(enrolmentResource, call, call.params.id))
  },

  async create(call) {
    const { tables, body, now } = call
    const { courses, pathId } = await chosenCourses(call)
    const learners = await learnersFor(call)
    if (body.dueAt !== undefined && body.dueAt <= now)
      throw fieldProblem([fault('/dueAt', 'in-the-past', 'Choose an instant that is to come.')])
    // Another request for the same people waits, so that nobody is enrolled twice.
    await tables.points.lockNames(learners.map(({ userId }) => `enrolments ${userId}`))
    const known = await tables.enrolments.latest(
      learners.map(({ userId }) => userId),
      courses.map(({ id }) => id),
    )
    const all: EnrolmentRecord[] = []
    for (const learner of learners)
      for (const course of courses) {
        const before = known.find(
          (one) => one.userId === learner.userId && one.courseId === course.id,
        )
        all.push(await enrol(call, course, learner, before, pathId))
      }
    return { body: { items: await showEnrolments(call, all) } }
  },

  launch: launchCourse,

  async act(call) {
    const { tables, body: action, now, revisions } = call
    const before = await lockedRecord(enrolmentResource, call, call.params.id)
    requireRevision(revisions, before.revision)
    const view = (await viewsOf(call, [before]))(before)
    const row = openActions(before, view).find((one) => one.action === action.action)
    if (!row)
      throw new ProblemError(
        'state-conflict',
        `“${action.action}” is not possible for the caller while the enrolment is ${before.status}.`,
      )
    const { course } = view
    let after: EnrolmentRecord = { ...applied(before, course, action, now), updatedAt: now }
    // After a new beginning or a withdrawal, open tabs of the learner must not report any more.
    const ends = action.action === 'reset' || action.action === 'withdraw'
    if (ends && course && before.registration !== undefined)
      await endSessions(call, course, before.registration)
    if (action.action === 'waive' && course?.kind === 'cmi5')
      after = await waived(
        { tables, now, base: baseOf(call.services, call.request) },
        after,
        course,
        action.reason.text ?? action.reason.code,
      )
    await tables.enrolments.put([after])
    const reason = 'reason' in action ? action.reason : undefined
    await note(enrolmentResource, call, { type: row.event, before, after, reason })
    if (isDone(after)) await issueFor(call, after)
    return answerEnrolment(call, after)
  },
}

/** The courses that a request names, as far as the caller may take them. */
async function chosenCourses({ tables, caller, body }: Call<Enrolments['create']>): Promise<{
  courses: CourseRecord[]
  pathId?: string
}> {
  const { courseId, pathId } = body
  if ((courseId === undefined) === (pathId === undefined))
    throw fieldProblem([fault('/courseId', 'required', 'Name a course or a path, and only one.')])
  const filter = contentFilter(caller)
  if (courseId !== undefined) {
    const { items } = await tables.courses.list({ ...filter, ids: [courseId] }, { limit: 1 })
    if (items.length > 0) return { courses: items }
    throw fieldProblem([fault('/courseId', 'not-found', 'There is no course with this id.')])
  }
  const [path] = (await tables.paths.list({ ...filter, ids: [pathId!] }, { limit: 1 })).items
  const ids = path?.courses.map((one) => one.courseId) ?? []
  const { items } = await tables.courses.list({ ...filter, ids }, { limit: 500 })
  const courses = ids.flatMap((id) => items.find((one) => one.id === id) ?? [])
  if (courses.length > 0) return { courses, pathId: pathId! }
  throw fieldProblem([fault('/pathId', 'not-found', 'There is no path with this id.')])
}

/** The enrolment that is open or done already, else a new one. */
async function enrol(
  call: Call<Enrolments['create']>,
  course: CourseRecord,
  learner: Learner,
  before: EnrolmentRecord | undefined,
  pathId: string | undefined,
): Promise<EnrolmentRecord> {
  const { tables, caller, body, now } = call
  const { dueAt } = body
  const isOwn = learner.userId === caller.user.id
  const { userId, partnerId } = learner
  if (before && isOpen(before)) {
    const isLater = dueAt === undefined || dueAt === before.dueAt
    if (isLater || (isOwn && before.assignedBy !== undefined)) return before
    const after = { ...before, dueAt, updatedAt: now, revision: before.revision + 1 }
    await tables.enrolments.put([after])
    await note(enrolmentResource, call, { type: 'enrolment.extended', before, after })
    return after
  }
  if (before && isDone(before)) return before
  const after = newEnrolment(newId('enrolment'), course, { userId, partnerId }, now, {
    last: before,
    ...(pathId !== undefined && { pathId }),
    ...(dueAt !== undefined && { dueAt }),
    ...(!isOwn && { assignedBy: personOf(caller) }),
  })
  await tables.enrolments.put([after])
  await note(enrolmentResource, call, { type: enrolmentResource.events.created, after })
  return after
}

/** An enrolment after an action that is possible. */
function applied(
  before: EnrolmentRecord,
  course: CourseRecord | undefined,
  action: Call<Enrolments['act']>['body'],
  now: string,
): EnrolmentRecord {
  const { statusReason: _, ...rest } = before
  const base = { ...rest, revision: before.revision + 1 }
  switch (action.action) {
    case 'finish':
      return completed(base, now)
    case 'complete':
      return completed(base, action.at ?? now, {
        success: 'passed',
        ...(action.score && { score: action.score }),
      })
    case 'withdraw':
      return {
        ...{ ...base, status: 'withdrawn' },
        ...(action.reason && { statusReason: action.reason }),
      }
    case 'waive':
      return {
        ...{ ...base, status: 'waived', satisfied: true, progress: 100, completedAt: now },
        statusReason: action.reason,
      }
    case 'extend':
      return { ...base, dueAt: action.dueAt }
    case 'reset':
      return { ...begunAnew(base, course), statusReason: action.reason }
  }
}
