import { blockingStatuses, dealTransition } from '@prmkit/contract'
import { newId } from '../../ids.ts'
import { clockAction, settled } from '../../rules/deals/clock.ts'
import { isAbout } from '../../rules/deals/conflicts.ts'
import { productsOf } from '../../rules/deals/place.ts'
import type { DealRecord } from '../../store/deals.ts'
import { announce, personOf, record, type Doer, type Happening } from '../shared/journal.ts'
import { dealResource } from './resource.ts'

/** Writes a change of a registration down, and tells the duplicates that it no longer blocks. */
export async function recordDeal(doer: Doer, happening: Happening<DealRecord>): Promise<void> {
  const { before, after } = happening
  await record(dealResource, doer, happening)
  const blocker = after && isBlocking(after.status) ? after : undefined
  if (before && isBlocking(before.status) && !(blocker && holdsSamePlace(before, blocker)))
    await tellWaiting(doer, before.id, blocker)
}

/** Tells the duplicates that waited for a registration that it no longer stands in their way. */
async function tellWaiting(
  { tables, now }: Doer,
  id: string,
  blocker: DealRecord | undefined,
): Promise<void> {
  const type = dealResource.events.unblocked
  for (const deal of await tables.deals.waitingFor(id)) {
    if (blocker && isAbout(blocker, deal.customerKeys, productsOf(deal))) continue
    await tables.timeline.append({
      ...{ id: newId('entry'), recordId: deal.id, at: now, actor: personOf(undefined), type },
    })
    await announce(dealResource, tables, deal, type, now)
  }
}

/** Tells whether a registration still has the customer and products by which it blocks others. */
function holdsSamePlace(before: DealRecord, after: DealRecord): boolean {
  const facts = (deal: DealRecord) => [...deal.customerKeys, ...productsOf(deal)].join('\n')
  return facts(before) === facts(after)
}

function isBlocking(status: DealRecord['status']): boolean {
  return (blockingStatuses as readonly string[]).includes(status)
}

/** Writes down what the clock has done to a registration since somebody last looked. */
export async function letClockAct(doer: Doer, deal: DealRecord): Promise<DealRecord> {
  const action = clockAction(deal, doer.now)
  if (!action) return deal
  const event = dealTransition(action, deal.status, 'clock')?.event ?? `deal.${action}`
  const after = { ...settled(deal, doer.now), updatedAt: doer.now, revision: deal.revision + 1 }
  const { tables, now, requestId } = doer
  await tables.deals.update(after)
  await recordDeal({ tables, now, requestId }, { type: event, before: deal, after })
  return after
}

/** Records what the clock has done to overdue registrations, at most so many; answers how many. */
export async function settleDeals(doer: Doer, limit: number): Promise<number> {
  let count = 0
  for (const deal of await doer.tables.deals.due(doer.now, limit))
    if ((await letClockAct(doer, deal)) !== deal) count += 1
  return count
}
