import { createHash } from 'node:crypto'
import { sql, type SQL } from 'drizzle-orm'
import { deadlineOf } from '../rules/deals/clock.ts'
import { ownerOf } from '../rules/deals/owned.ts'
import { fold, sortKey } from '../rules/shared/search.ts'
import type { DealRecord } from '../store/records.ts'
import { assignments, insertRows, recordset } from './recordset.ts'
import { dealPartners, deals } from './schema.ts'

/** Keys that no index could hold, because somebody typed a very long name, stand as their hash. */
export function indexable(keys: readonly string[]): string[] {
  return keys.map((key) =>
    key.length <= 300 ? key : createHash('sha256').update(key).digest('hex'),
  )
}

/** What SQL looks at in a registration, and the registration. */
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
    productIds: [...new Set(deal.lines.map((line) => line.productId))],
    conflictDealIds: deal.conflictDealIds,
    search: fold(`${deal.number} ${deal.name} ${deal.customer.companyName}`),
    record: deal,
  }
}

/** Inserts deals together with who sees them. */
export function insertDeals(records: readonly DealRecord[]): SQL {
  return sql`with inserted as (${insertRows(deals, records.map(dealRow))})
    ${insertRows(dealPartners, partnerRows(records))}`
}

/** Replaces deals, by their ids, and who sees them; answers the latter, none for a deal that is not there. */
export function updateDeals(records: readonly DealRecord[]): SQL {
  const links = partnerRows(records)
  return sql`with updated as (
      update deals set ${assignments(deals, 'r')} from ${recordset(deals, records.map(dealRow))}
      where deals.id = r.id returning deals.id
    ), gone as (
      delete from deal_partners l where l.deal_id in (
        select r.deal_id from ${recordset(dealPartners, links)}
      ) and not exists (
        select from ${recordset(dealPartners, links)}
        where r.deal_id = l.deal_id and r.partner_id = l.partner_id
      )
    )
    ${insertRows(dealPartners, links)} where r.deal_id in (select id from updated)
    on conflict (partner_id, created_at, deal_id) do update set owner_id = excluded.owner_id
    returning deal_id`
}

function partnerRows(records: readonly DealRecord[]): (typeof dealPartners.$inferInsert)[] {
  return records.flatMap((deal) => {
    const seen = new Set(deal.partners.map(({ partnerId }) => partnerId))
    return [...seen].map((partnerId) => ({
      partnerId,
      createdAt: deal.createdAt,
      dealId: deal.id,
      ownerId: ownerOf(deal),
    }))
  })
}
