import type { DealRecord } from '../../store/deals.ts'
import { dealOwned } from './owned.ts'

/**
 * The deeds that a registration from a file tells of, each with its instant: points are given for
 * them as if they had happened in the portal.
 */
export function deedsOf(deal: DealRecord) {
  const { submittedAt, protection, closure } = deal
  const past: [type: string, at: string | undefined][] = [
    ['deal.submitted', submittedAt],
    ['deal.approved', protection?.startsAt],
    ['deal.closed', closure?.closedAt],
  ]
  const of = { resource: 'deals', record: deal, owned: dealOwned(deal) }
  return past.flatMap(([type, at]) => (at === undefined ? [] : [{ ...of, type, at }]))
}
