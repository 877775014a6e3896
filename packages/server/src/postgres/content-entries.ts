import { sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { entryEvent } from '../store/merge-content.ts'
import type { CommentRecord, DealRecord, EventRecord, TimelineRecord } from '../store/records.ts'
import type { ContentRow } from '../store/store.ts'
import { rowsOf, type Queries } from './database.ts'
import { array, assignments, insertRows, recordset } from './recordset.ts'
import { comments, timeline } from './schema.ts'
import { ownerOf } from '../rules/deals/owned.ts'

type Kind = 'comments' | 'timeline'

/** Puts entries of deals in, or in the place of what they said before. */
function put<Table extends PgTable>(table: Table, rows: Table['$inferInsert'][]): SQL {
  return sql`with changed as (
      update ${table} set ${assignments(table, 'r')} from ${recordset(table, rows)}
      where ${table}.deal_id = r.deal_id and ${table}.id = r.id returning ${table}.id
    )
    ${insertRows(table, rows)} where r.id not in (select id from changed)`
}

const puts: Record<Kind, (records: readonly unknown[]) => SQL> = {
  comments: (records) =>
    put(
      comments,
      (records as CommentRecord[]).map((record) => {
        const { id, partnerId, dealId, createdAt } = record
        return { id, partnerId, dealId, createdAt, record }
      }),
    ),
  timeline: (records) =>
    put(
      timeline,
      (records as TimelineRecord[]).map((record) => {
        const { id, partnerId, dealId, at } = record
        return { id, partnerId, dealId, at, record }
      }),
    ),
}

/** Brings in rows that are new or say something new, of deals that are there; each is told once. */
export async function bringEntries<Row extends ContentRow<Kind>>(
  queries: Queries,
  kind: Kind,
  rows: readonly Row[],
  at: string,
): Promise<{ brought: Row[]; told: EventRecord[] }> {
  const dealIds = [...new Set(rows.map(({ record }) => record.dealId))]
  const found = await rowsOf<{ record: DealRecord }>(
    queries,
    sql`select record from deals where id = any(${array(dealIds)})`,
  )
  const deals = new Map(found.map(({ record }) => [record.id, record]))
  const brought = rows.filter(({ record }) => deals.has(record.dealId))
  if (brought.length === 0) return { brought, told: [] }
  const records = brought.map(({ record }) => ({
    ...record,
    partnerId: ownerOf(deals.get(record.dealId)!),
  }))
  await queries.execute(puts[kind](records))
  const told = brought.flatMap(({ record }) => {
    const deal = deals.get(record.dealId)
    return deal ? [entryEvent(kind, deal, at)] : []
  })
  return { brought, told }
}
