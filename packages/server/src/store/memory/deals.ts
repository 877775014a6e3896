import { blockingStatuses } from '@prmkit/contract/rules'
import { overlaps } from '../../rules/deals/conflicts.ts'
import { fold, hasWords, sortKey, wordsOf } from '../../rules/shared/search.ts'
import { clockAction } from '../../rules/deals/clock.ts'
import { dealOwned, dealParent } from '../../rules/deals/owned.ts'
import { productsOf } from '../../rules/deals/place.ts'
import { isVisible } from '../../rules/shared/visibility.ts'
import type { FacetValue } from '../types.ts'
import { pageOf, type Order } from './paging.ts'
import { Index } from './index-by.ts'
import type { Parents } from './records.ts'
import { Table, type Undo } from './table.ts'
import type { DealFilter, DealRecord, DealSort, Deals } from '../deals.ts'

/** Sorts after everything else: a record without the value comes last. */
const never = '~'

const orders: Record<DealSort, Omit<Order<DealRecord>, 'list'>> = {
  created_desc: { by: ({ createdAt }) => createdAt, descending: true },
  created_asc: { by: ({ createdAt }) => createdAt },
  updated_desc: { by: ({ updatedAt }) => updatedAt, descending: true },
  name_asc: { by: (deal) => nameKeyOf(deal) },
  expires_asc: { by: ({ protection }) => protection?.expiresAt ?? never },
  close_asc: { by: ({ expectedCloseDate }) => expectedCloseDate ?? never },
}

/** A value that lists compare: computed at its first use and kept as long as the record. */
function remembered<Value>(work: (deal: DealRecord) => Value): (deal: DealRecord) => Value {
  const kept = new WeakMap<DealRecord, Value>()
  return (deal) => {
    let value = kept.get(deal)
    if (value === undefined) {
      value = work(deal)
      kept.set(deal, value)
    }
    return value
  }
}

const ownedOf = remembered(dealOwned)
const nameKeyOf = remembered(({ name }) => sortKey(name))
const textOf = remembered(({ number, name, customer }) =>
  fold(`${number} ${name} ${customer.companyName}`),
)

/** Registrations, and the indexes that keep 100,000 of them quick. */
export function dealTable(undo: Undo, parents: Parents): Deals {
  const byCustomer = new Index<DealRecord>((deal) => deal.customerKeys)
  const byStatus = new Index<DealRecord>((deal) => [deal.status])
  const byPartner = new Index<DealRecord>((deal) => dealOwned(deal).partnerIds)
  let last = 0
  const table = new Table<DealRecord>(undo, (before, after) => {
    for (const index of [byCustomer, byStatus, byPartner]) index.change(before, after)
  })

  parents.onRemove((id) => table.delete(id))

  function put(deal: DealRecord): void {
    parents.put(dealParent(deal))
    table.put(deal.id, deal)
  }

  /** The smallest indexed set of rows that holds every match. */
  function source({ scope, partnerId }: DealFilter): Iterable<DealRecord> {
    if (scope.kind === 'partner') return byPartner.of(scope.partnerId)
    const only = partnerId?.length === 1 ? partnerId[0] : undefined
    return only === undefined ? table.rows.values() : byPartner.of(only)
  }

  /** The deals that meet every condition but status and stage, because each facet ignores its own selection. */
  function* matching(filter: DealFilter): Generator<DealRecord> {
    const { scope, partnerId, ownerUserId, ownerUserIds, expiresBefore } = filter
    const words = wordsOf(filter.search ?? '')
    for (const deal of source(filter)) {
      const owned = ownedOf(deal)
      if (!isVisible(scope, owned)) continue
      if (partnerId?.length && !owned.partnerIds.some((id) => partnerId.includes(id))) continue
      if (ownerUserId !== undefined && deal.ownerUserId !== ownerUserId) continue
      if (ownerUserIds && !ownerUserIds.includes(deal.ownerUserId ?? '')) continue
      if (expiresBefore !== undefined && !((deal.protection?.expiresAt ?? never) < expiresBefore))
        continue
      if (words.length > 0 && !hasWords(textOf(deal), words)) continue
      yield deal
    }
  }

  return {
    async get(id) {
      return table.get(id)
    },
    async many(ids) {
      return table.many(ids)
    },
    // Writes take turns, so nobody else is there to wait.
    async lock(id) {
      return table.get(id)
    },
    async lockMany(ids) {
      return table.many(ids)
    },
    async list(filter, sort, paging) {
      const rows = function* () {
        for (const deal of matching(filter))
          if (chosen(filter.status, deal.status) && chosen(filter.stage, deal.stage)) yield deal
      }
      return pageOf(rows(), { list: sort, ...orders[sort] }, paging)
    },
    async count(filter) {
      const byStage = new Map<string, number>()
      const byState = new Map<string, number>()
      let total = 0
      for (const { status, stage } of matching(filter)) {
        const inStatus = chosen(filter.status, status)
        const inStage = chosen(filter.stage, stage)
        if (inStatus && inStage) total += 1
        if (inStage) byState.set(status, (byState.get(status) ?? 0) + 1)
        if (inStatus && stage !== undefined) byStage.set(stage, (byStage.get(stage) ?? 0) + 1)
      }
      return { total, facets: { status: facet(byState), stage: facet(byStage) } }
    },
    async insert(...deals) {
      for (const deal of deals) {
        if (table.get(deal.id)) throw new Error(`There is a deal ${deal.id} already.`)
        put(deal)
      }
    },
    async update(...deals) {
      for (const deal of deals) {
        if (!table.get(deal.id)) throw new Error(`There is no deal ${deal.id} to update.`)
        put(deal)
      }
    },
    remove: ({ id }) => parents.remove(id),
    async lockCustomers() {},
    async blocking(keys, productIds) {
      const found = new Set(keys.flatMap((key) => [...byCustomer.of(key)]))
      return [...found]
        .filter(({ status }) => (blockingStatuses as readonly string[]).includes(status))
        .filter((deal) => overlaps(productIds, productsOf(deal)))
        .toSorted((one, other) => (placeInQueue(one) < placeInQueue(other) ? -1 : 1))
    },
    async due(now, limit) {
      const due: DealRecord[] = []
      for (const status of ['approved', 'action_required'])
        for (const deal of byStatus.of(status)) {
          if (due.length === limit) return due
          if (clockAction(deal, now)) due.push(deal)
        }
      return due
    },
    async waitingFor(dealId) {
      return [...byStatus.of('duplicate')].filter((deal) => deal.conflictDealIds.includes(dealId))
    },
    async nextNumber() {
      last += 1
      return last
    },
  }
}

function placeInQueue({ submittedAt, id }: DealRecord): string {
  return `${submittedAt ?? never} ${id}`
}

function chosen(values: readonly string[] | undefined, value: string | undefined): boolean {
  return !values?.length || (value !== undefined && values.includes(value))
}

function facet(counts: ReadonlyMap<string, number>): FacetValue[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((one, other) => (one.value < other.value ? -1 : 1))
}
