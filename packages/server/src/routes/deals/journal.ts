import { blockingStatuses, dealTransition, type Person, type Reason } from '@prmkit/contract'
import { sha256 } from '../../auth/hash.ts'
import { newId } from '../../ids.ts'
import { ownerOf } from '../../rules/deals/owned.ts'
import { draftEvent, readersOf } from '../../rules/shared/owned.ts'
import type { SessionCaller } from '../../rules/shared/callers.ts'
import { clockAction, settled } from '../../rules/deals/clock.ts'
import type { DealRecord } from '../../store/records.ts'
import type { Tables } from '../../store/store.ts'

/** Who did something: a person in a session, or the clock. */
export interface Doer {
  tables: Tables
  now: string
  requestId: string
  caller?: SessionCaller
}

/** What happened to a registration. */
export interface Happening {
  type: string
  before?: DealRecord
  after?: DealRecord
  reason?: Reason | undefined
  changed?: readonly string[]
}

export function personOf(caller: SessionCaller | undefined): Person {
  if (!caller) return { name: 'System', side: 'system' }
  return { userId: caller.user.id, name: caller.user.name, side: caller.side }
}

/** Writes what happened where it must be found: timeline, event log and audit trail. */
export async function record(doer: Doer, happening: Happening): Promise<void> {
  const { type, before, after, reason, changed } = happening
  const deal = after ?? before
  if (!deal) return
  const { tables, now, caller } = doer
  if (after)
    await tables.timeline.append({
      id: newId('entry'),
      ...{ dealId: deal.id, partnerId: ownerOf(deal), at: now, actor: personOf(caller), type },
      ...(before && before.status !== after.status && { from: before.status }),
      ...(before?.status !== after.status && { to: after.status }),
      ...(reason && { reason }),
      ...(changed && { changed: [...changed] }),
    })
  await announce(tables, deal, type, now, before)
  await tables.audit.append({
    at: now,
    ...(caller && { userId: caller.user.id, sessionId: caller.session.id }),
    ...(caller?.partnerId !== undefined && { partnerId: caller.partnerId }),
    ...{ action: type, resource: 'deals', resourceId: deal.id, requestId: doer.requestId },
    ...(before && { before: await sha256(JSON.stringify(before)) }),
    ...(after && { after: await sha256(JSON.stringify(after)) }),
  })
  if (before && isBlocking(before.status) && !(after && isBlocking(after.status)))
    await tellWaiting(doer, before)
}

/** When a registration no longer stands in the way, the duplicates that waited for it learn of it. */
async function tellWaiting({ tables, now }: Doer, ended: DealRecord): Promise<void> {
  for (const deal of await tables.deals.waitingFor(ended.id)) {
    await tables.timeline.append({
      id: newId('entry'),
      ...{ dealId: deal.id, partnerId: ownerOf(deal), at: now, actor: personOf(undefined) },
      type: 'deal.unblocked',
    })
    await announce(tables, deal, 'deal.unblocked', now)
  }
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
  await record({ tables, now, requestId }, { type: event, before: deal, after })
  return after
}

/** Tells everyone who may see a registration, or might until now, that something changed. */
export async function announce(
  tables: Tables,
  deal: DealRecord,
  type: string,
  at: string,
  before: DealRecord = deal,
): Promise<void> {
  const isDraft = deal.status === 'draft'
  await tables.events.append({
    ...{ type: isDraft ? draftEvent(type) : type, resource: 'deals', resourceId: deal.id },
    ...{ revision: deal.revision, at, ...readersOf(deal, before) },
  })
}
