import type { Routes } from '@prmkit/contract'
import { awardTransitionsFrom } from '@prmkit/contract/rules'
import type { Call, Handlers } from '../../http/call.ts'
import { requireRevision } from '../../http/headers.ts'
import { fieldProblem, notFound, ProblemError } from '../../problem.ts'
import { lockedRecord, visibleRecord } from '../../resource.ts'
import { fault } from '../../rules/content/write.ts'
import { maySee } from '../../rules/shared/callers.ts'
import type { AwardRecord } from '../../store/training-records.ts'
import { badgeLink } from '../badges/badge-files.ts'
import { note } from '../shared/journal.ts'
import { pageOf, paging } from '../shared/paging.ts'
import { scopeFilter } from './enrolments.ts'
import { issue } from './issue.ts'
import { awardResource } from './resource.ts'
import { answerAward, showAwards } from './show.ts'

export const awards: Handlers<'awards'> = {
  async list(call) {
    const { tables, caller, query } = call
    const { certificationId, status, expiresUntil, facets = false } = query
    const filter = {
      ...scopeFilter(caller, query),
      ...(certificationId !== undefined && { certificationIds: [certificationId] }),
      ...(expiresUntil !== undefined && { endsBefore: expiresUntil }),
    }
    const whole = { ...filter, ...(status && { statuses: status }) }
    const page = await tables.awards.list(whole, paging(query))
    const items = await showAwards(call, page.items)
    const { body } = pageOf({ ...page, items }, (one) => one)
    if (!facets) return { body }
    const total = await tables.awards.count(whole)
    return { body: { ...body, total, facets: { status: await tables.awards.statuses(filter) } } }
  },

  async get(call) {
    return answerAward(call, await visibleRecord(awardResource, call, call.params.id))
  },

  download: badgeLink,

  async share(call) {
    const { tables, caller, body, now } = call
    const before = await lockedRecord(awardResource, call, call.params.id)
    if (before.userId !== caller.user.id)
      throw new ProblemError('forbidden', 'Only its holder chooses what others see of an award.')
    if ((before.shows ?? 'nothing') === body.shows) return answerAward(call, before)
    const after = {
      ...{ ...before, shows: body.shows, updatedAt: now, revision: before.revision + 1 },
    }
    await tables.awards.put([after])
    await note(awardResource, call, { type: awardResource.events.shared, before, after })
    return answerAward(call, after)
  },

  async act(call) {
    const { tables, body: action, revisions, caller } = call
    const before = await tables.awards.lock(call.params.id)
    const isSeen =
      before && (caller.kind === 'api-key' || maySee(caller, awardResource.owned(before, call.now)))
    if (!isSeen) throw notFound(awardResource.noun)
    requireRevision(revisions, before.revision)
    const row = awardTransitionsFrom(before.status, 'vendor').find(
      (one) => one.action === action.action,
    )
    if (!row)
      throw new ProblemError(
        'state-conflict',
        `“${action.action}” is not possible while the award is ${before.status}.`,
      )
    if (action.action === 'renew') return answerAward(call, await renew(call, before))
    const after = changed(before, action, call.now)
    await tables.awards.put([after])
    const reason = 'reason' in action ? action.reason : undefined
    await note(awardResource, doerOf(call), { type: row.event, before, after, reason })
    return answerAward(call, after)
  },
}

type Acting = Call<Routes['awards']['act']>

/** The doer of an action: somebody at the vendor, or its backend. */
function doerOf({ tables, now, requestId, caller }: Acting) {
  return { tables, now, requestId, ...(caller.kind === 'session' && { caller }) }
}

function changed(before: AwardRecord, action: Acting['body'], now: string): AwardRecord {
  const base = { ...before, updatedAt: now, revision: before.revision + 1 }
  if (action.action === 'revoke') return { ...base, status: 'revoked', statusReason: action.reason }
  if (action.action !== 'extend') return base
  if (action.validUntil <= now)
    throw fieldProblem([fault('/validUntil', 'in-the-past', 'Choose an instant that is to come.')])
  return { ...base, status: 'active', validUntil: action.validUntil }
}

/** Gives the certification anew; answers the award before, which says what took its place. */
async function renew(call: Acting, before: AwardRecord): Promise<AwardRecord> {
  const { tables } = call
  const certification = await tables.certifications.get(before.certificationId)
  if (!certification) throw notFound('certification')
  const { userId, partnerId } = before
  await issue(doerOf(call), certification, { userId, partnerId }, before)
  return (await tables.awards.get(before.id)) ?? before
}
