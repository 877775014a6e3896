import { sql, type SQL } from 'drizzle-orm'
import type { PointFilter, PointRecord, Points } from '../../store/points.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { keysetTable } from '../query/keyset-table.ts'
import { array, columnNames, recordset } from '../query/recordset.ts'
import { where } from '../query/search.ts'
import { pointEvents } from './schema.ts'

const latest = keysetTable<PointRecord>(pointEvents, [pointEvents.at, pointEvents.id], {
  descending: true,
})
const names = sql.raw(columnNames(pointEvents).join(', '))

export function pointTable(queries: Queries): Points {
  const records = async (statement: SQL) =>
    (await rowsOf<{ record: PointRecord }>(queries, statement)).map(({ record }) => record)

  return {
    async insert(points) {
      if (points.length === 0) return []
      // The events are in the order of their keys, so that two imports of the same events do not wait for each other.
      const found = await rowsOf<{ id: string }>(
        queries,
        sql`insert into point_events (${names})
          select ${names} from ${recordset(pointEvents, points.map(pointRow))} order by key
          on conflict (key) do nothing returning id`,
      )
      const ids = new Set(found.map(({ id }) => id))
      return points.filter(({ id }) => ids.has(id))
    },
    async byKeys(keys) {
      const found = await records(
        sql`select record from point_events where key = any(${array(keys)})`,
      )
      return new Map(found.map((point) => [point.key, point]))
    },
    async lock(id) {
      return (await records(sql`select record from point_events where id = ${id} for update`))[0]
    },
    async get(id) {
      return (await records(sql`select record from point_events where id = ${id}`))[0]
    },
    async update(point) {
      // The mark of expiry stays as it is, because only the clock sets it.
      await queries.execute(sql`update point_events p set counts = r.counts, record = r.record
        from ${recordset(pointEvents, [pointRow(point)])} where p.id = r.id`)
    },
    list: (filter, paging) => latest(queries, conditionsOf(filter), paging),
    async sums(filter) {
      const rows = await rowsOf<{
        currency: string | null
        points: string
        count: number
        amount: string | null
      }>(
        queries,
        sql`select currency, sum(points) as points, count(*) filter (where counts)::int as count,
            floor(sum(amount) filter (where counts)) as amount
          from point_events ${where(conditionsOf(filter))} group by currency`,
      )
      const sums = { points: 0, count: 0, amounts: {} as Record<string, number> }
      for (const { currency, points, count, amount } of rows) {
        sums.points += Number(points)
        sums.count += count
        if (currency !== null && amount !== null) sums.amounts[currency] = Number(amount)
      }
      return sums
    },
    async lockNames(wanted) {
      if (wanted.length === 0) return
      const sorted = [...new Set(wanted)].toSorted()
      // The one row that everyone updates is the lock, taken in one order so that no two wait for each other.
      await queries.execute(sql`insert into point_names (name) select unnest(${array(sorted)})
        on conflict (name) do update set name = excluded.name`)
    },
    expire: (now, limit) =>
      records(sql`update point_events set expired = true where id in (
          select id from point_events where valid_until <= ${now}::timestamptz and not expired
          order by valid_until, id limit ${limit} for update skip locked
        ) returning record`),
    async rename(userId, pseudonym) {
      await queries.execute(sql`update point_events set user_id = ${pseudonym},
          record = record || jsonb_build_object('userId', ${pseudonym}::text)
        where user_id = ${userId}`)
    },
  }
}

function conditionsOf({ partnerIds, userId, rules, from, until, ...more }: PointFilter): SQL[] {
  return [
    ...(partnerIds ? [sql`partner_id = any(${array(partnerIds)})`] : []),
    ...(userId === undefined
      ? []
      : [userId === null ? sql`user_id is null` : sql`user_id = ${userId}`]),
    ...(rules ? [sql`rule = any(${array(rules)})`] : []),
    ...(from === undefined ? [] : [sql`at >= ${from}::timestamptz`]),
    ...(until === undefined ? [] : [sql`at <= ${until}::timestamptz`]),
    ...(more.validAt === undefined
      ? []
      : [sql`(valid_until is null or valid_until > ${more.validAt}::timestamptz)`]),
    ...(more.counted ? [sql`not expired`] : []),
    ...(more.open ? [sql`counts`] : []),
  ]
}

/** The columns by which SQL finds and adds up points, and the points. */
function pointRow(point: PointRecord): typeof pointEvents.$inferInsert {
  const { id, key, partnerId, userId = null, rule, points, at, validUntil = null } = point
  const { amount, createdAt, reversalOf, reversedBy } = point
  return {
    ...{ id, key, partnerId, userId, rule, points, at, validUntil },
    expired: validUntil !== null && validUntil <= createdAt,
    counts: reversalOf === undefined && reversedBy === undefined,
    amount: amount?.amount ?? null,
    currency: amount?.currency ?? null,
    record: point,
  }
}
