import type { Routes } from '@prmkit/contract'
import { signedLink } from '../../files/links.ts'
import type { Call } from '../../http/call.ts'
import { ProblemError } from '../../problem.ts'
import { lockedRecord } from '../../resource.ts'
import { openActions } from '../../rules/training/enrolments.ts'
import type { CourseRecord, EnrolmentRecord } from '../../store/training.ts'
import { note } from '../shared/journal.ts'
import { enrolmentResource } from './resource.ts'
import { viewsOf } from './show.ts'

type Launching = Call<Routes['enrolments']['launch']>

const fiveMinutes = 5 * 60_000

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
  const address = await addressOf(call, course)
  const after = begun(before, call.now)
  await call.tables.enrolments.put([after])
  const { started } = enrolmentResource.events
  await note(enrolmentResource, call, {
    ...{ before, after, type: before.startedAt === undefined ? started : 'enrolment.launched' },
  })
  return { body: { ...address, window: 'own' as const } }
}

async function addressOf(call: Launching, course: CourseRecord) {
  if (course.kind === 'document') return signedLink(call, 'GET', course.fileId!)
  return {
    url: course.url!,
    expiresAt: new Date(Date.parse(call.now) + fiveMinutes).toISOString(),
  }
}

/** An enrolment that was opened once more. */
function begun(before: EnrolmentRecord, now: string): EnrolmentRecord {
  const isNew = before.status === 'assigned'
  return {
    ...before,
    ...(isNew && { status: 'in_progress' as const }),
    ...{ startedAt: before.startedAt ?? now, attempts: before.attempts + 1 },
    ...{ updatedAt: now, revision: before.revision + 1 },
  }
}
