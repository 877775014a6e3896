import { sql } from 'drizzle-orm'
import type { PastFacts, TierChangeRecord, Tiers, TierStandingRecord } from '../../store/tiers.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { keysetTable } from '../query/keyset-table.ts'
import { array, insertRows, putRows } from '../query/recordset.ts'
import { partnerPasts, tierChanges, tierStandings } from './schema.ts'

const latest = keysetTable<TierChangeRecord>(tierChanges, [tierChanges.at, tierChanges.id], {
  descending: true,
})

export function tierTable(queries: Queries): Tiers {
  return {
    async standing(partnerId) {
      const [row] = await rowsOf<{ record: TierStandingRecord }>(
        queries,
        sql`select record from tier_standings where partner_id = ${partnerId}`,
      )
      return row?.record
    },
    async lock(partnerId) {
      const [row] = await rowsOf<{ record: TierStandingRecord }>(
        queries,
        sql`select record from tier_standings where partner_id = ${partnerId} for update`,
      )
      return row?.record
    },
    async put(standing) {
      await queries.execute(putRows(tierStandings, 'partner_id', [rowOf(standing)]))
    },
    async place(standings) {
      const rows = standings.map(rowOf)
      await queries.execute(sql`${insertRows(tierStandings, rows)} on conflict do nothing`)
    },
    async unplaced(limit) {
      const rows = await rowsOf<{ id: string }>(
        queries,
        sql`select id from partners where active and not exists (
            select from tier_standings where partner_id = partners.id
          ) order by id limit ${limit}`,
      )
      return rows.map(({ id }) => id)
    },
    async due(now, limit) {
      const rows = await rowsOf<{ id: string }>(
        queries,
        sql`select partner_id as id from tier_standings
          join partners on partners.id = partner_id and active
          where due_at < ${now}::timestamptz
          order by due_at limit ${limit} for update of tier_standings skip locked`,
      )
      return rows.map(({ id }) => id)
    },
    async addChange(change) {
      const { id, partnerId, at } = change
      await queries.execute(insertRows(tierChanges, [{ id, partnerId, at, record: change }]))
    },
    changes: ({ partnerIds }, paging) =>
      latest(queries, partnerIds ? [sql`partner_id = any(${array(partnerIds)})`] : [], paging),
    async addPast(facts) {
      const { partnerId, until } = facts
      const row = insertRows(partnerPasts, [{ partnerId, until, record: facts }])
      await queries.execute(sql`${row} on conflict (partner_id, until) do nothing`)
    },
    async past(partnerIds) {
      const rows = await rowsOf<{ record: PastFacts }>(
        queries,
        sql`select record from partner_pasts where partner_id = any(${array(partnerIds)})
          order by until`,
      )
      return rows.map(({ record }) => record)
    },
  }
}

function rowOf(standing: TierStandingRecord) {
  const { partnerId, reviewAt, graceUntil = reviewAt } = standing
  const dueAt = graceUntil < reviewAt ? graceUntil : reviewAt
  return { partnerId, dueAt, record: standing }
}
