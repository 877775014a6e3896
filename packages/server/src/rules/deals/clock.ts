import { dealTransition } from '@prmkit/contract/rules'
import type { DealRecord } from '../../store/deals.ts'

/** The actions of the clock on a registration, as in the transition table. */
export type ClockAction = 'expire' | 'lapse'

/** The instant at which the clock acts: the deadline of an answer, or the end of a protection without a pending extension. */
export function deadlineOf(deal: DealRecord): string | undefined {
  const { status, protection, respondBy } = deal
  if (dealTransition('lapse', status, 'clock')) return respondBy
  if (!dealTransition('expire', status, 'clock')) return undefined
  return protection?.extension?.status === 'pending' ? undefined : protection?.expiresAt
}

/** The action of the clock that is overdue at `now`. */
export function clockAction(deal: DealRecord, now: string): ClockAction | undefined {
  const at = deadlineOf(deal)
  if (at === undefined || at >= now) return undefined
  return dealTransition('expire', deal.status, 'clock') ? 'expire' : 'lapse'
}

/**
 * The registration as it is at this moment. An action of the clock is true before it is written
 * down: readers and actions look through this, `tick` only records it and sends the event.
 */
export function settled(deal: DealRecord, now: string): DealRecord {
  const action = clockAction(deal, now)
  if (!action) return deal
  const to = dealTransition(action, deal.status, 'clock')?.to
  if (to === undefined || to === 'deleted' || to === 'previous') return deal
  const { statusReason: _1, respondBy: _2, returnedFields: _3, heldFor: _4, ...rest } = deal
  return { ...rest, status: to }
}
