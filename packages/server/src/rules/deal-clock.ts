import { dealTransition } from '@prmkit/contract/rules'
import type { DealRecord } from '../store/records.ts'

/** What the clock does to a registration, as the transition table says. */
export type ClockAction = 'expire' | 'lapse'

/** What is overdue at `now`; an extension that is pending keeps the protection. */
export function clockAction(deal: DealRecord, now: string): ClockAction | undefined {
  const { protection, respondBy } = deal
  if (dealTransition('expire', deal.status, 'clock'))
    return protection && protection.expiresAt < now && protection.extension?.status !== 'pending'
      ? 'expire'
      : undefined
  if (dealTransition('lapse', deal.status, 'clock'))
    return respondBy !== undefined && respondBy < now ? 'lapse' : undefined
  return undefined
}

/**
 * The registration as it is at this moment. What the clock has done is true before it is written
 * down: readers and actions look through this, `tick` only records it and sends the event.
 */
export function settled(deal: DealRecord, now: string): DealRecord {
  const action = clockAction(deal, now)
  if (!action) return deal
  const to = dealTransition(action, deal.status, 'clock')?.to
  if (to === undefined || to === 'deleted') return deal
  const { statusReason: _reason, respondBy: _deadline, returnedFields: _fields, ...rest } = deal
  return { ...rest, status: to }
}
