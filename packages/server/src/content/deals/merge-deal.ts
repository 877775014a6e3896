import { dealOwned } from '../../rules/deals/owned.ts'
import { readersOf } from '../../rules/shared/owned.ts'
import type { DealRecord } from '../../store/deals.ts'
import type { EventRecord } from '../../store/records.ts'

/** The fields of the portal, whatever a file says. */
const portalFields = new Set(['id', 'createdAt', 'updatedAt', 'revision'])

/**
 * A deal after its row in a vendor's file has changed. Only what the row says otherwise than the last
 * time is taken over, so that what happened in the portal in between stays.
 */
export function mergeDeal(
  current: DealRecord,
  said: DealRecord,
  says: DealRecord,
  at: string,
): DealRecord {
  const merged: Record<string, unknown> = { ...current }
  const before: Record<string, unknown> = { ...said }
  const after: Record<string, unknown> = { ...says }
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (portalFields.has(field) || canonical(before[field]) === canonical(after[field])) continue
    if (after[field] === undefined) delete merged[field]
    else merged[field] = after[field]
  }
  return { ...(merged as unknown as DealRecord), revision: current.revision + 1, updatedAt: at }
}

/** The event that tells of a deal that came from a file. */
export function changeEvent(
  deal: DealRecord,
  type: string,
  at: string,
  before?: DealRecord,
): EventRecord {
  return {
    type,
    resource: 'deals',
    resourceId: deal.id,
    revision: deal.revision,
    ...readersOf(dealOwned(deal), before && dealOwned(before)),
    at,
  }
}

/** JSON that does not depend on the order of an object's fields, which a database may change. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
