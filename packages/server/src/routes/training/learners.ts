import { fieldProblem, ProblemError } from '../../problem.ts'
import { fault } from '../../rules/content/write.ts'
import type { SessionCaller } from '../../rules/shared/callers.ts'
import type { Tables } from '../../store/store.ts'
import { isTeamAdmin, learnerOf } from './reading.ts'

/** Somebody who takes courses, for a company. */
export interface Learner {
  userId: string
  partnerId: string
}

/** The people whom a request enrols: the caller, or those whom they may assign courses to. */
export async function learnersFor({
  tables,
  caller,
  body,
}: {
  tables: Tables
  caller: SessionCaller
  body: { userIds?: string[] | undefined }
}): Promise<Learner[]> {
  const own = learnerOf(caller)
  const { userIds } = body
  const isOwn = userIds === undefined || (userIds.length === 1 && userIds[0] === own?.userId)
  if (own && isOwn) return [own]
  if (userIds === undefined)
    throw fieldProblem([fault('/userIds', 'required', 'Name the people who are to be enrolled.')])
  if (caller.side === 'partner' && !isTeamAdmin(caller))
    throw new ProblemError('forbidden', 'Only an administrator assigns courses to colleagues.')
  const found = await tables.users.many(userIds)
  const known = new Map(found.filter(({ active }) => active).map((user) => [user.id, user]))
  const learners = userIds.map((userId) => {
    const user = known.get(userId)
    const partnerId = user?.partnerIds.find((id) => isInScope(caller, id))
    return user && user.role !== 'vendor_manager' && partnerId !== undefined
      ? { userId, partnerId }
      : undefined
  })
  const errors = learners.flatMap((one, place) =>
    one ? [] : [fault(`/userIds/${place}`, 'not-found', 'There is nobody with this id.')],
  )
  if (errors.length > 0) throw fieldProblem(errors)
  return [...new Map(learners.flatMap((one) => (one ? [[one.userId, one]] : []))).values()]
}

function isInScope({ scope }: SessionCaller, partnerId: string): boolean {
  switch (scope.kind) {
    case 'all':
      return true
    case 'portfolio':
      return scope.partnerIds.includes(partnerId)
    case 'partner':
      return scope.partnerId === partnerId
  }
}
