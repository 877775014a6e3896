import { blockingStatuses } from '@prmkit/contract/rules'
import { eq, sql } from 'drizzle-orm'
import type { DealRecord, Deals } from '../../store/deals.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { countDeals, listDeals } from './deal-list.ts'
import { insertDeals, updateDeals } from './deal-rows.ts'
import { indexable } from '../query/indexable.ts'
import { removeParent } from '../records.ts'
import { array } from '../query/recordset.ts'
import { deals } from './deal-schema.ts'

/** The blocking statuses as literals, as the index of blocking deals has them. */
const blocking = sql.raw(blockingStatuses.map((status) => `'${status}'`).join(', '))

export function dealTable(queries: Queries): Deals {
  const select = () => queries.select({ record: deals.record }).from(deals)
  const records = async (statement: ReturnType<typeof sql>) =>
    (await rowsOf<{ record: DealRecord }>(queries, statement)).map(({ record }) => record)

  return {
    async get(id) {
      return (await select().where(eq(deals.id, id)))[0]?.record
    },
    async many(ids) {
      return records(sql`select record from deals where id = any(${array(ids)})`)
    },
    async lock(id) {
      return (await select().where(eq(deals.id, id)).for('update'))[0]?.record
    },
    async lockMany(ids) {
      // The rows are locked in one order, so that no two transactions wait for each other.
      return records(sql`select record from deals where id = any(${array(ids)})
        order by id for update`)
    },
    list: (filter, sort, paging) => listDeals(queries, filter, sort, paging),
    count: (filter) => countDeals(queries, filter),
    async insert(...added) {
      await queries.execute(insertDeals(added))
    },
    async update(...changed) {
      const updated = await rowsOf<{ id: string }>(queries, updateDeals(changed))
      const found = new Set(updated.map(({ id }) => id))
      const missing = changed.find(({ id }) => !found.has(id))
      if (missing) throw new Error(`There is no deal ${missing.id} to update.`)
    },
    async remove(deal) {
      await queries.execute(removeParent(deal.id))
    },
    async lockCustomers(keys) {
      const sorted = [...new Set(indexable(keys))].toSorted()
      // The one row that everyone updates is the lock, taken in one order so that no two wait for each other.
      await queries.execute(sql`insert into customer_keys (key) select unnest(${array(sorted)})
        on conflict (key) do update set key = excluded.key`)
    },
    blocking: (keys, productIds) =>
      records(sql`select record from deals
        where status in (${blocking}) and customer_keys && ${array(indexable(keys))}
          and (product_ids && ${array(productIds)} or product_ids = '{}' or ${productIds.length === 0})
        order by submitted_at nulls last, id`),
    due: (now, limit) =>
      records(sql`select record from deals where due_at < ${now}::timestamptz
        order by due_at limit ${limit} for update skip locked`),
    waitingFor: (dealId) =>
      records(sql`select record from deals
        where status = 'duplicate' and conflict_deal_ids && ${array([dealId])}
        order by created_at, id`),
    async nextNumber() {
      const [row] = await rowsOf<{ number: string }>(
        queries,
        sql`select nextval('deal_numbers') as number`,
      )
      return Number(row?.number)
    },
  }
}
