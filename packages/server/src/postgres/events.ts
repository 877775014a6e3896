import type { Audience } from '@prmkit/contract'
import { sql } from 'drizzle-orm'
import type { EventRecord } from '../store/records.ts'
import type { Events } from '../store/store.ts'
import { rowsOf, type Queries } from './engine/database.ts'
import { insertRows } from './query/recordset.ts'
import { events } from './schema.ts'

// A place is "transaction-number". Reading stops before the oldest transaction that still runs: nothing
// can appear later before a place that was read. (Numbers alone would not do: a lower one can commit
// after a higher one.) Two changes of one record keep their order because the second transaction locks
// the record, and so waits, before it gets a number of its own.

const committed = sql`transaction < pg_snapshot_xmin(pg_current_snapshot())`

/** An event with its place; without one where there was nothing to read. */
interface Row extends Omit<EventRecord, 'audiences' | 'ownerUserId' | 'formerOwnerUserId' | 'at'> {
  id: string
  audiences: Audience[] | null
  ownerUserId: string | null
  formerOwnerUserId: string | null
  at: number
}

export function eventTable(queries: Queries, onAppend: () => void): Events {
  async function end(): Promise<string> {
    const [row] = await rowsOf<{ place: string }>(
      queries,
      sql`select place from (
          (select transaction, seq, transaction || '-' || seq as place from events
            where ${committed} order by transaction desc, seq desc limit 1)
          union all
          select transaction, seq, transaction || '-' || seq from event_horizon
        ) places order by transaction desc, seq desc limit 1`,
    )
    return row?.place ?? '0-0'
  }

  return {
    async append(...appended) {
      await queries.execute(insertRows(events, appended))
      onAppend()
    },
    async after(place, limit) {
      const parts = place === undefined ? ['0', '0'] : parsePlace(place)
      if (!parts) return undefined
      const here = sql`(${parts[0]}::xid8, ${parts[1]}::bigint)`
      const known =
        place === undefined
          ? sql`true`
          : sql`exists (select from events where (transaction, seq) = ${here})
              or exists (select from event_horizon where (transaction, seq) = ${here})`
      const rows = await rowsOf<Row | { id: null; known: boolean }>(
        queries,
        sql`select known, transaction || '-' || seq as id, type, resource,
            resource_id as "resourceId", revision, partner_ids as "partnerIds", is_draft as "isDraft", audiences,
            owner_user_id as "ownerUserId", former_owner_user_id as "formerOwnerUserId",
            (extract(epoch from at) * 1000)::float8 as at
          from (select ${known} as known) place
          left join lateral (
            select * from events where (transaction, seq) > ${here} and ${committed}
            order by transaction, seq limit ${limit + 1}
          ) found on known
          order by transaction, seq`,
      )
      if (rows.some((row) => row.id === null && !row.known)) return undefined
      const found = rows.filter((row): row is Row => row.id !== null).slice(0, limit)
      return {
        events: found.map(toEvent),
        next: found.at(-1)?.id ?? place ?? (await end()),
        more: rows.length > limit,
      }
    },
    end,
    async prune(before) {
      await queries.execute(sql`with last as (
          select transaction, seq from events where at < ${before}::timestamptz and ${committed}
          order by transaction desc, seq desc limit 1
        ), gone as (
          delete from events using last
          where (events.transaction, events.seq) <= (last.transaction, last.seq)
        )
        update event_horizon set transaction = last.transaction, seq = last.seq from last`)
    },
  }
}

function parsePlace(place: string): [string, string] | undefined {
  const [, transaction, seq] = /^(\d{1,18})-(\d{1,18})$/.exec(place) ?? []
  return transaction === undefined || seq === undefined ? undefined : [transaction, seq]
}

function toEvent(row: Row): EventRecord & { id: string } {
  const { ownerUserId, formerOwnerUserId, at, id, type, resource, resourceId, isDraft } = row
  const { audiences } = row
  return {
    ...{
      id,
      type,
      resource,
      resourceId,
      revision: row.revision,
      partnerIds: row.partnerIds,
      isDraft,
    },
    ...(audiences !== null && { audiences }),
    ...(ownerUserId !== null && { ownerUserId }),
    ...(formerOwnerUserId !== null && { formerOwnerUserId }),
    at: new Date(at).toISOString(),
  }
}

/**
 * A dump that was loaded into another cluster brings events of transactions that are yet to come
 * there. They are dropped, and whoever read them starts anew.
 */
export const dropForeignEvents = sql`with foreign_events as (
    delete from events where transaction >= pg_snapshot_xmax(pg_current_snapshot())
      and transaction <> pg_current_xact_id()
  )
  update event_horizon set transaction = '0', seq = 0
  where transaction >= pg_snapshot_xmax(pg_current_snapshot())`
