import type { DealRecord } from '../../store/deals.ts'
import { customerKeys } from '../customers/customers.ts'

/** The products for which a registration holds its place in the queue. */
export function productsOf({ heldFor, lines }: Pick<DealRecord, 'heldFor' | 'lines'>): string[] {
  return heldFor?.productIds ?? [...new Set(lines.map(({ productId }) => productId))]
}

/** The keys of the customer for which a registration holds its place. */
export function heldKeys({ heldFor, customer, contact }: DealRecord): string[] {
  return heldFor
    ? customerKeys(heldFor.customer, heldFor.contact?.email)
    : customerKeys(customer, contact?.email)
}

/**
 * A returned registration after a change: its place was earned for the customer and the products with
 * which it was sent in, so it holds those, and no others, until it is sent in again.
 */
export function holdPlace(before: DealRecord, after: DealRecord): DealRecord {
  if (before.status !== 'action_required') return after
  const { customer, contact, customerKeys: held } = before
  const facts = { customer, ...(contact && { contact }), productIds: productsOf(before) }
  const changed = { ...after, customerKeys: held, heldFor: before.heldFor ?? facts }
  return keepsPlace(changed) ? leavePlace(changed) : changed
}

/** Tells whether a returned registration still has the customer and the products of its place. */
export function keepsPlace(deal: DealRecord): boolean {
  const now = leavePlace(deal)
  return isSame(now.customerKeys, heldKeys(deal)) && isSame(productsOf(now), productsOf(deal))
}

/** A registration that is sent in again: it asks for a place for the customer that it has now. */
export function leavePlace({ heldFor: _, ...deal }: DealRecord): DealRecord {
  return { ...deal, customerKeys: heldKeys(deal) }
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item) => other.includes(item))
}
