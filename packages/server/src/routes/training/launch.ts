import type { Launch } from '@prmkit/contract'
import { signedLink } from '../../files/links.ts'
import { ProblemError } from '../../problem.ts'
import { lockedRecord } from '../../resource.ts'
import { isDone } from '../../rules/training/due.ts'
import { openActions } from '../../rules/training/enrolments.ts'
import type { CourseRecord, EnrolmentRecord } from '../../store/training-records.ts'
import { playerPath } from '../course-files/paths.ts'
import { note } from '../shared/journal.ts'
import { issueFor } from './issue.ts'
import { enrolmentResource } from './resource.ts'
import { addressLife, launchUnit, prepareLaunch, type Launching } from './launch-unit.ts'
import { viewsOf } from './show.ts'

/** Opens a course: answers its address, and notes that it was begun. */
export async function launchCourse(call: Launching) {
  const before = await lockedRecord(enrolmentResource, call, call.params.id)
  const view = (await viewsOf(call, [before]))(before)
  const { course, blockedBy } = view
  if (!course || !openActions(before, view).some(({ action }) => action === 'launch'))
    throw new ProblemError(
      'state-conflict',
      blockedBy.length > 0
        ? `First to be done: ${blockedBy.map(({ title }) => title).join(', ')}.`
        : 'This course does not open for the caller now.',
    )
  const { enrolment = before, ...address } = await addressOf(call, before, course)
  const after = begun(enrolment, call.now)
  await call.tables.enrolments.put([after])
  const { started } = enrolmentResource.events
  await note(enrolmentResource, call, {
    ...{ before, after, type: before.startedAt === undefined ? started : 'enrolment.launched' },
  })
  // A course of pages that report nothing is done when they were opened.
  if (isDone(after) && !isDone(before)) await issueFor(call, after)
  return { body: address }
}

/** The address, and the enrolment where opening it changes that. */
async function addressOf(
  call: Launching,
  enrolment: EnrolmentRecord,
  course: CourseRecord,
): Promise<Launch & { enrolment?: EnrolmentRecord }> {
  if (course.kind === 'cmi5') return launchUnit(call, enrolment, course)
  if (course.kind === 'scorm12' || course.kind === 'scorm2004')
    return launchScorm(call, enrolment, course)
  const window = 'own' as const
  if (course.kind === 'document')
    return { ...(await signedLink(call, 'GET', course.fileId!)), window }
  return {
    ...{ url: course.url!, window },
    expiresAt: new Date(Date.parse(call.now) + addressLife).toISOString(),
  }
}

/** An enrolment that was opened once more. */
function begun(before: EnrolmentRecord, now: string): EnrolmentRecord {
  const isNew = before.status === 'assigned' || before.status === 'failed'
  return {
    ...before,
    ...(isNew && { status: 'in_progress' as const }),
    ...{ startedAt: before.startedAt ?? now, attempts: before.attempts + 1 },
    ...{ updatedAt: now, revision: before.revision + 1 },
  }
}

/** Opens a part of a SCORM course in the player page at the origin of course files. */
export async function launchScorm(
  call: Launching,
  before: EnrolmentRecord,
  course: CourseRecord,
): Promise<{ url: string; window: 'own'; expiresAt: string; enrolment: EnrolmentRecord }> {
  const { launch, href, files, enrolment } = await prepareLaunch(call, before, course)
  await call.tables.launches.put([launch])
  return {
    ...{ url: new URL(`${playerPath}/${files}`, href).href, window: 'own', enrolment },
    expiresAt: new Date(Date.parse(call.now) + addressLife).toISOString(),
  }
}
