import { sql, type SQL } from 'drizzle-orm'
import { deadlineOf } from '../../rules/deals/clock.ts'
import { ownerOf } from '../../rules/shared/owned.ts'
import { fold, sortKey } from '../../rules/shared/search.ts'
import { dealParent } from '../../rules/deals/owned.ts'
import { productsOf } from '../../rules/deals/place.ts'
import type { DealRecord } from '../../store/deals.ts'
import { assignments, insertRows, recordset } from '../query/recordset.ts'
import { indexable } from '../query/indexable.ts'
import { insertParents, updateParents } from '../records.ts'
import { deals } from './deal-schema.ts'

/** The columns by which SQL finds, sorts and locks a registration, and the registration. */
export function dealRow(deal: DealRecord): typeof deals.$inferInsert {
  return {
    partnerId: ownerOf(deal),
    id: deal.id,
    createdAt: deal.createdAt,
    updatedAt: deal.updatedAt,
    submittedAt: deal.submittedAt ?? null,
    status: deal.status,
    stage: deal.stage ?? null,
    ownerUserId: deal.ownerUserId ?? null,
    nameKey: sortKey(deal.name),
    expiresAt: deal.protection?.expiresAt ?? 'infinity',
    closeDate: deal.expectedCloseDate ?? 'infinity',
    dueAt: deadlineOf(deal) ?? null,
    customerKeys: indexable(deal.customerKeys),
    productIds: productsOf(deal),
    conflictDealIds: deal.conflictDealIds,
    search: fold(`${deal.number} ${deal.name} ${deal.customer.companyName}`),
    record: deal,
  }
}

/** Inserts deals together with who sees them. */
export function insertDeals(records: readonly DealRecord[]): SQL {
  return sql`with ${insertParents(records.map(dealParent))}
    ${insertRows(deals, records.map(dealRow))}`
}

/** Replaces deals, by their ids, and who sees them; answers the ids of those that are there. */
export function updateDeals(records: readonly DealRecord[]): SQL {
  return sql`with ${updateParents(records.map(dealParent))}
    update deals set ${assignments(deals, 'r')} from ${recordset(deals, records.map(dealRow))}
    where deals.id = r.id returning deals.id`
}
