import type { CompletionRow } from '@prmkit/contract'
import type { Handlers } from '../../http/call.ts'
import { fault } from '../../rules/content/write.ts'
import type { UserRecord } from '../../store/records.ts'
import type { Tables } from '../../store/store.ts'
import { takeRows } from '../shared/bulk.ts'
import { keepTold } from './done-elsewhere.ts'

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
        const { key, completedAt, success = 'passed', score } = row
        const done = { at: completedAt, success, ...(score && { score }) }
        const learner = { userId: user.id, partnerId }
        const told = { from: 'api' as const, externalIds: { key }, done }
        const doer = { tables, now, requestId: call.requestId }
        const { enrolment, isNew } = await keepTold(doer, course, learner, told, id)
        return { id: enrolment.id, isNew }
      },
    })
    return { body: result }
  },
}

/** The user whom a row names by id, address or external id. */
async function userOf(
  { users }: Tables,
  { id, externalId, email }: CompletionRow['user'],
): Promise<UserRecord | undefined> {
  if (id !== undefined) return users.get(id)
  if (externalId !== undefined) return users.byExternalId(externalId)
  return email === undefined ? undefined : users.byEmail(email)
}
