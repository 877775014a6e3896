import type { DealAction, Reason, Routes } from '@prmkit/contract'
import { dealTransition } from '@prmkit/contract/rules'
import type { Call } from '../../http/call.ts'
import { requireRevision } from '../../http/headers.ts'
import { fieldProblem, notFound } from '../../problem.ts'
import { lockedRecord } from '../../resource.ts'
import { dealsInTheWay } from '../../rules/deals/conflicts.ts'
import { act, allow, type Facts } from '../../rules/deals/actions.ts'
import { sameCustomer } from '../../rules/customers/customers.ts'
import { contentOf } from '../../rules/deals/content.ts'
import { formErrors } from '../../rules/deals/form.ts'
import { mayWork } from '../../rules/deals/view.ts'
import { dealOwned } from '../../rules/deals/owned.ts'
import { keepsPlace, leavePlace, productsOf } from '../../rules/deals/place.ts'
import { endingOf, rememberEnd, restored } from '../../rules/deals/undo.ts'
import { ownerOf } from '../../rules/shared/owned.ts'
import { isVisible } from '../../rules/shared/visibility.ts'
import { today } from '../../rules/shared/zones.ts'
import type { UserRecord } from '../../store/records.ts'
import { fileErrors } from '../shared/file-checks.ts'
import { checkReferences, dealForm } from './check.ts'
import { letClockAct, recordDeal } from './journal.ts'
import { requireWork, showOne } from './load.ts'
import { dealResource } from './resource.ts'
import { programmeFor } from './programme.ts'
import { withConflict } from './write.ts'
import type { DealRecord } from '../../store/deals.ts'

type Deals = Routes['deals']

/** Applies an action to a registration, where the transition table and its guards allow it. */
export async function actOnDeal(call: Call<Deals['act']>) {
  const { tables, caller, body: action } = call
  const stored = await lockedRecord(dealResource, call, call.params.id)
  requireRevision(call.revisions, stored.revision)
  requireWork(caller, stored)
  const deal = await letClockAct(call, stored)
  const facts = await factsFor(call, deal, action)
  const sentIn = action.action === 'submit' || action.action === 'resubmit'
  const { deal: changed, transition } = act(sentIn ? leavePlace(deal) : deal, action, facts)
  const keeps = deal.status === 'action_required' && keepsPlace(deal)
  const placed = sentIn ? await withConflict(call, changed, keeps) : changed
  const comments = await commentsOn(call, deal)
  const after = rememberEnd(deal, placed, caller.side, { userId: caller.user.id, comments })
  await tables.deals.update(after)
  await tables.files.use(after.id, after.fileIds)
  const undoes = action.action === 'undo' ? endingOf(deal) : undefined
  await recordDeal(call, {
    ...{ type: transition.event, before: deal, after, reason: reasonOf(action), undoes },
  })
  return showOne(call, after)
}

async function factsFor(
  call: Call<Deals['act']>,
  deal: DealRecord,
  action: DealAction,
): Promise<Facts> {
  const { tables, caller, now } = call
  const { programme } = await programmeFor(call)
  const { timeZone, businessHours } = programme
  const { maxExtensions, maxResubmissions, decisionHours } = programme.deals
  const ground = {
    ...{ side: caller.side, userId: caller.user.id, now },
    ...{ maxExtensions, maxResubmissions },
  }
  // Whether the caller may act is decided first, so that others learn nothing of the action’s other faults.
  const { guards = [] } = allow(deal, action.action, ground)
  if (action.action === 'mark_duplicate' && action.duplicateOf !== undefined)
    await checkOriginal(call, deal, action.duplicateOf)
  if (action.action === 'request_extension' && action.fileIds) {
    const errors = await fileErrors(call, action.fileIds, '/fileIds', deal)
    if (errors.length > 0) throw fieldProblem(errors)
  }
  const content = contentOf(deal)
  const complete = guards.includes('form_complete')
  const form = complete ? await dealForm(call, programme) : undefined
  const checked = { content, brought: content, programme, form, isDraft: false, deal }
  const references = complete ? (await checkReferences(call, checked)).errors : []
  const heir =
    action.action === 'hand_over' ? await tables.users.get(action.ownerUserId) : undefined
  return {
    ...{ ...ground, timeZone, businessHours, decisionHours },
    movedOn: guards.includes('nothing_since') && (await hasMovedOn(call, deal)),
    maySee: (other) => isVisible(caller.scope, dealOwned(other)),
    inTheWay: guards.includes('no_conflict') ? await inTheWay(call, deal) : [],
    formErrors: () => [
      ...references,
      ...formErrors(form, content, deal.formVersion, today(now, timeZone)),
    ],
    isColleague: () => heir !== undefined && isColleague(heir, deal),
  }
}

async function inTheWay(call: Call<Deals['act']>, deal: DealRecord): Promise<DealRecord[]> {
  const { tables, now } = call
  const productIds = deal.lines.map(({ productId }) => productId)
  await tables.deals.lockCustomers(deal.customerKeys)
  const candidates = await tables.deals.blocking(deal.customerKeys, productIds)
  const { id, customerKeys, submittedAt } = deal
  const partnerId = ownerOf(deal)
  return dealsInTheWay({ id, partnerId, customerKeys, productIds, submittedAt }, candidates, now)
}

/** Tells whether somebody wrote, or another registration for the customer changed, since a registration ended. */
async function hasMovedOn(call: Call<Deals['act']>, deal: DealRecord): Promise<boolean> {
  const { tables } = call
  const { at = '', comments } = deal.ended ?? {}
  const { customerKeys, id } = deal
  await tables.deals.lockCustomers(customerKeys)
  const others = await tables.deals.blocking(customerKeys, productsOf(restored(deal)))
  const isNews = (other: DealRecord) =>
    other.id !== id && sameCustomer(customerKeys, other.customerKeys) && other.updatedAt >= at
  return others.some(isNews) || (await commentsOn(call, deal)) !== comments
}

async function commentsOn({ tables, caller }: Call<Deals['act']>, { id }: DealRecord) {
  return (await tables.comments.count([id], caller)).get(id) ?? 0
}

async function checkOriginal(
  { tables, caller }: Call<Deals['act']>,
  deal: DealRecord,
  id: string,
): Promise<void> {
  const original = id === deal.id ? undefined : await tables.deals.get(id)
  if (original && isVisible(caller.scope, dealOwned(original))) return
  throw fieldProblem([
    {
      pointer: '/duplicateOf',
      code: 'not-found',
      detail: 'There is no other registration with this id that you may see.',
    },
  ])
}

function isColleague(user: UserRecord, deal: DealRecord): boolean {
  return user.active && user.role !== 'vendor_manager' && user.partnerIds.includes(ownerOf(deal))
}

/** The reason that the timeline gives for an action. */
function reasonOf(action: DealAction): Reason | undefined {
  if ('reason' in action) return action.reason
  if ('text' in action && action.text !== undefined)
    return { code: action.action, text: action.text }
  return undefined
}

/** Deletes a draft; its files become free. */
export async function removeDeal(call: Call<Deals['remove']>): Promise<void> {
  const { tables, caller } = call
  const deal = await lockedRecord(dealResource, call, call.params.id)
  requireRevision(call.revisions, deal.revision)
  const { programme } = await programmeFor(call)
  const { maxExtensions, maxResubmissions } = programme.deals
  if (!mayWork(caller, deal)) throw notFound('registration')
  allow(deal, 'delete', {
    ...{ side: caller.side, userId: caller.user.id, now: call.now },
    ...{ maxExtensions, maxResubmissions },
  })
  await tables.deals.remove(deal)
  const event = dealTransition('delete', deal.status, caller.side)?.event ?? 'deal.deleted'
  await recordDeal(call, { type: event, before: deal })
}
