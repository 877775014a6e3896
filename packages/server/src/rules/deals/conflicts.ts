import { blockingStatuses, type Conflict } from '@prmkit/contract'
import type { AccountRecord } from '../../store/records.ts'
import { sameCustomer } from '../customers/customers.ts'
import { productsOf } from './place.ts'
import { settled } from './clock.ts'
import { ownerOf } from '../shared/owned.ts'
import type { DealRecord } from '../../store/deals.ts'

/** The registration whose place is looked for. */
export interface Claimant {
  id?: string
  partnerId: string
  customerKeys: readonly string[]
  productIds: readonly string[]
  /** Absent before the registration is sent in: every submitted one is earlier. */
  submittedAt?: string | undefined
}

/** Tells whether a status stands in the way of others. */
export function blocks(deal: DealRecord, now: string): boolean {
  return (blockingStatuses as readonly string[]).includes(settled(deal, now).status)
}

/**
 * The registrations in the way, the first submitted first: same end customer, a product in common,
 * and submitted earlier or already protected. One without products is about all of them.
 */
export function dealsInTheWay(
  claimant: Claimant,
  candidates: readonly DealRecord[],
  now: string,
): DealRecord[] {
  const { id, customerKeys, productIds, submittedAt } = claimant
  const earlier = (deal: DealRecord) =>
    submittedAt === undefined ||
    deal.status === 'approved' ||
    `${deal.submittedAt} ${deal.id}` < `${submittedAt} ${id ?? ''}`
  return candidates
    .filter((deal) => deal.id !== id && blocks(deal, now) && earlier(deal))
    .filter((deal) => isAbout(deal, customerKeys, productIds))
    .toSorted((one, other) => ((one.submittedAt ?? '') < (other.submittedAt ?? '') ? -1 : 1))
}

/** Tells whether a registration holds a place for a customer and one of these products. */
export function isAbout(
  deal: DealRecord,
  customerKeys: readonly string[],
  productIds: readonly string[],
): boolean {
  return sameCustomer(customerKeys, deal.customerKeys) && overlaps(productIds, productsOf(deal))
}

/** Tells whether two registrations have a product in common; one without products is about all. */
export function overlaps(productIds: readonly string[], others: readonly string[]): boolean {
  if (productIds.length === 0 || others.length === 0) return true
  return others.some((id) => productIds.includes(id))
}

/** The finding of the conflict rule: the class of reason and the registrations behind it. */
export interface Finding {
  code: Conflict['code']
  deals: DealRecord[]
}

/** Why a customer is not free; the partner's own registrations are the kindest reason, so they come last. */
export function findConflict(
  claimant: Claimant,
  candidates: readonly DealRecord[],
  accounts: readonly AccountRecord[],
  now: string,
): Finding | undefined {
  const deals = dealsInTheWay(claimant, candidates, now)
  const matching = accounts.filter((one) => sameCustomer(claimant.customerKeys, one.customerKeys))
  const house = matching.some(({ kind }) => kind === 'house')
  const others = deals.some((deal) => ownerOf(deal) !== claimant.partnerId)
  if (house) return { code: 'house_account', deals }
  if (matching.length > 0) return { code: 'named_account', deals }
  if (others) return { code: 'registered', deals }
  return deals.length > 0 ? { code: 'own_registration', deals } : undefined
}
