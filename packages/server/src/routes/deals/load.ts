import type { Deal } from '@prmkit/contract'
import { notFound, ProblemError } from '../../problem.ts'
import type { SessionCaller } from '../../rules/shared/callers.ts'
import { mayWork, showDeal, type Surroundings } from '../../rules/deals/view.ts'
import type { Tables } from '../../store/store.ts'
import type { Reading } from '../shared/programme.ts'
import { programmeFor } from './programme.ts'
import { dealResource } from './resource.ts'
import type { DealRecord } from '../../store/deals.ts'

/** Refuses a caller who may see a registration and not change it, such as its distributor. */
export function requireWork(caller: SessionCaller, deal: DealRecord): void {
  if (!mayWork(caller, deal))
    throw new ProblemError(
      'forbidden',
      'Your partner takes part in this registration but does not own it.',
    )
}

/** Registrations as the caller sees them, with all names in a handful of queries. */
export async function showDeals(call: Reading, records: readonly DealRecord[]): Promise<Deal[]> {
  const { tables } = call
  const { programme } = await programmeFor(call)
  const [around, comments] = await Promise.all([
    surroundings(tables, records),
    tables.comments.count(
      records.map(({ id }) => id),
      call.caller,
    ),
  ])
  return records.map((deal) =>
    showDeal(deal, call.caller, programme, { ...around, comments }, call.now),
  )
}

/** The answer that shows one registration. */
export async function showOne(call: Reading, record: DealRecord) {
  const [deal] = await showDeals(call, [record])
  if (!deal) throw notFound('registration')
  return {
    body: deal,
    revision: deal.revision,
    shows: { resource: dealResource.name, id: deal.id },
  }
}

async function surroundings(
  tables: Tables,
  records: readonly DealRecord[],
): Promise<Omit<Surroundings, 'comments'>> {
  const inTheWay = distinct(records.flatMap(({ conflictDealIds }) => conflictDealIds))
  const found = await Promise.all(inTheWay.map((id) => tables.deals.get(id)))
  const deals = found.filter((deal) => deal !== undefined)
  const partnerIds = distinct(
    [...records, ...deals].flatMap(({ partners }) => partners.map(({ partnerId }) => partnerId)),
  )
  const userIds = distinct(records.flatMap(({ ownerUserId }) => ownerUserId ?? []))
  const fileIds = distinct(records.flatMap((deal) => deal.fileIds))
  const [partners, users, files] = await Promise.all([
    tables.partners.many(partnerIds),
    tables.users.many(userIds),
    fileIds.length > 0 ? tables.files.many(fileIds) : [],
  ])
  return {
    deals: new Map(deals.map((deal) => [deal.id, deal])),
    partnerNames: new Map(partners.map(({ id, name }) => [id, name])),
    userNames: new Map(users.map(({ id, name }) => [id, name])),
    files: new Map(files.map((file) => [file.id, file])),
  }
}

function distinct(ids: readonly string[]): string[] {
  return [...new Set(ids)]
}
