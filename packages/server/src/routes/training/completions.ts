import type { CompletionRow } from '@prmkit/contract'
import type { Handlers } from '../../http/call.ts'
import { newId } from '../../ids.ts'
import { fault } from '../../rules/content/write.ts'
import { isOpen } from '../../rules/training/due.ts'
import { completed, newEnrolment } from '../../rules/training/enrolments.ts'
import type { UserRecord } from '../../store/records.ts'
import type { Tables } from '../../store/store.ts'
import type { EnrolmentRecord } from '../../store/training-records.ts'
import { takeRows } from '../shared/bulk.ts'
import { note } from '../shared/journal.ts'
import { issueFor } from './issue.ts'
import { enrolmentResource } from './resource.ts'

export const completions: Handlers<'completions'> = {
  async bulk(call) {
    const { tables, now, body } = call
    const result = await takeRows(tables, body.rows, {
      kind: 'completions',
      async take(row, id) {
        const user = await userOf(tables, row.user)
        const partnerId = user?.partnerIds[0]
        const course = await tables.courses.get(row.courseId)
        const errors = [
          ...(user?.active && partnerId !== undefined
            ? []
            : [fault('/user', 'not-found', 'There is no such user at a partner.')]),
          ...(course ? [] : [fault('/courseId', 'not-found', 'There is no course with this id.')]),
        ]
        if (errors.length > 0 || !user || !course || partnerId === undefined) return { errors }
        await tables.points.lockNames([`enrolments ${user.id}`])
        const [last] = await tables.enrolments.latest([user.id], [course.id])
        const before =
          (id === undefined ? undefined : await tables.enrolments.lock(id)) ??
          (last && isOpen(last) ? await tables.enrolments.lock(last.id) : undefined)
        const learner = { userId: user.id, partnerId }
        const base = before ?? newEnrolment(newId('enrolment'), course, learner, now, { last })
        const after = doneElsewhere(base, row, before ? before.revision + 1 : 1, now)
        await tables.enrolments.put([after])
        const type = enrolmentResource.events[after.status === 'failed' ? 'failed' : 'completed']
        const doer = { tables, now, requestId: call.requestId }
        await note(enrolmentResource, doer, { type, ...(before && { before }), after })
        if (after.status === 'completed') await issueFor(doer, after)
        return { id: after.id }
      },
    })
    return { body: result }
  },
}

/** The user whom a row means by one of their names. */
async function userOf(
  { users }: Tables,
  { id, externalId, email }: CompletionRow['user'],
): Promise<UserRecord | undefined> {
  if (id !== undefined) return users.get(id)
  if (externalId !== undefined) return users.byExternalId(externalId)
  return email === undefined ? undefined : users.byEmail(email)
}

function doneElsewhere(
  base: EnrolmentRecord,
  { key, completedAt, success = 'passed', score }: CompletionRow,
  revision: number,
  now: string,
): EnrolmentRecord {
  const done = completed(base, completedAt, { success, ...(score && { score }) })
  return {
    ...(success === 'failed' ? { ...done, status: 'failed', satisfied: false } : done),
    ...{ externalIds: { ...base.externalIds, key }, revision, updatedAt: now },
    startedAt: base.startedAt ?? completedAt,
  }
}
