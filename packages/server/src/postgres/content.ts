import { and, eq, sql, type SQL } from 'drizzle-orm'
import { contentEvent, isEntry, mergeDeal } from '../store/merge-content.ts'
import type { DealRecord, EventRecord } from '../store/records.ts'
import type { Content, ContentKind, ContentRecords, ContentRow } from '../store/store.ts'
import { accountRow } from './accounts.ts'
import { bringEntries } from './content-entries.ts'
import { rowsOf, type Queries } from './database.ts'
import { insertDeals, updateDeals } from './deal-rows.ts'
import { partnerRow } from './partners.ts'
import { productRow } from './products.ts'
import { array, insertRows, putRows } from './recordset.ts'
import { accounts, content, events, partners, products } from './schema.ts'
import { putUsers } from './users.ts'

/** Rows in one statement: PGlite's memory grows with the largest, and never shrinks. */
const chunkSize = 1000

type Known = Pick<typeof content.$inferSelect, 'id' | 'hash'>
/** What is a record of its own, and no part of a deal. */
type Whole = Exclude<ContentKind, 'comments' | 'timeline'>
type Sql<Kind extends ContentKind> = (records: readonly ContentRecords[Kind][]) => SQL

const insert: { [Kind in Whole]: Sql<Kind> } = {
  partners: (records) => insertRows(partners, records.map(partnerRow)),
  users: putUsers,
  products: (records) => insertRows(products, records.map(productRow)),
  accounts: (records) => insertRows(accounts, records.map(accountRow)),
  deals: insertDeals,
}

/** All but deals belong to the files alone: what they say now takes the place of what they said. */
const replace: { [Kind in Exclude<Whole, 'deals'>]: Sql<Kind> } = {
  partners: (records) => putRows(partners, 'id', records.map(partnerRow)),
  users: putUsers,
  products: (records) => putRows(products, 'id', records.map(productRow)),
  accounts: (records) => putRows(accounts, 'id', records.map(accountRow)),
}

function replaced<Kind extends Whole>(kind: Kind, records: ContentRecords[Kind][]): SQL {
  return (replace as unknown as Record<Whole, Sql<Kind>>)[kind](records)
}

/** What tells the planner how many rows there are now, and how their keys are spread. */
const analyze: Record<ContentKind, string> = {
  partners: 'analyze partners (id, name_key, kind, active), content (kind, key)',
  users: 'analyze users (id, email), user_partners, content (kind, key)',
  products: 'analyze products (id, name_key, active), content (kind, key)',
  accounts: 'analyze accounts (id), content (kind, key)',
  deals: `analyze deals (partner_id, id, created_at, updated_at, status, stage, owner_user_id,
    name_key, expires_at, close_date, due_at), deal_partners, content (kind, key)`,
  comments: 'analyze comments (partner_id, deal_id, id, created_at), content (kind, key)',
  timeline: 'analyze timeline (partner_id, deal_id, id, at), content (kind, key)',
}

/** How many rows of each kind were written, and how many when the planner was told the last time. */
export type Growth = Map<ContentKind, { written: number; told: number }>

export function contentTable(queries: Queries, onAppend: () => void, growth: Growth): Content {
  /** Whenever there are four times as many: PGlite never does it itself, PostgreSQL after a while. */
  async function tellPlanner(kind: ContentKind, count: number) {
    const { written, told } = growth.get(kind) ?? { written: 0, told: 0 }
    const isDue = written + count >= Math.max(chunkSize, 4 * told)
    growth.set(kind, { written: written + count, told: isDue ? written + count : told })
    if (isDue) await queries.execute(analyze[kind])
  }

  /** What earlier imports left of these rows, by key. */
  async function known(kind: ContentKind, keys: readonly string[]): Promise<Map<string, Known>> {
    const rows = await queries
      .select({ key: content.key, id: content.id, hash: content.hash })
      .from(content)
      .where(and(eq(content.kind, kind), sql`key = any(${array(keys)})`))
    return new Map(rows.map((row) => [row.key, row]))
  }

  function remembered<Kind extends ContentKind>(kind: Kind, rows: readonly ContentRow<Kind>[]) {
    return rows.map(({ key, hash, record }) => ({
      ...{ kind, key, hash, id: record.id },
      said: kind === 'deals' ? (record as DealRecord) : null,
    }))
  }

  async function tell(found: readonly EventRecord[]) {
    await queries.execute(insertRows(events, found))
    onAppend()
  }

  async function change(rows: readonly ContentRow<'deals'>[], at: string) {
    const ids = rows.map(({ record }) => record.id)
    const found = await rowsOf<{ record: DealRecord; said: DealRecord | null }>(
      queries,
      sql`select d.record, c.said from deals d
        join content c on c.kind = 'deals' and c.key = any(${array(rows.map(({ key }) => key))})
          and c.id = d.id
        where d.id = any(${array(ids)}) order by d.id for update of d`,
    )
    const current = new Map(found.map((row) => [row.record.id, row]))
    const merged = rows.flatMap(({ record }) => {
      const row = current.get(record.id)
      // A draft that its partner has deleted stays deleted.
      return row ? [mergeDeal(row.record, row.said ?? row.record, record, at)] : []
    })
    if (merged.length === 0) return
    await queries.execute(updateDeals(merged))
    await tell(
      merged.map((deal) => contentEvent(deal, 'deal.updated', at, current.get(deal.id)?.record)),
    )
  }

  async function write<Kind extends Whole>(
    kind: Kind,
    added: readonly ContentRow<Kind>[],
    changed: readonly ContentRow<Kind>[],
    at: string,
  ) {
    if (added.length > 0) {
      const records = added.map(({ record }) => record)
      await queries.execute(insert[kind](records))
      await queries.execute(insertRows(content, remembered(kind, added)))
      if (kind === 'deals')
        await tell((records as DealRecord[]).map((deal) => contentEvent(deal, 'deal.created', at)))
    }
    if (changed.length > 0) {
      if (kind === 'deals') await change(changed as unknown as ContentRow<'deals'>[], at)
      else
        await queries.execute(
          replaced(
            kind,
            changed.map(({ record }) => record),
          ),
        )
      await queries.execute(putRows(content, 'kind, key', remembered(kind, changed)))
    }
  }

  async function mergeChunk<Kind extends ContentKind>(
    kind: Kind,
    rows: readonly ContentRow<Kind>[],
    at: string,
  ) {
    const before = await known(
      kind,
      rows.map(({ key }) => key),
    )
    const added = rows.filter(({ key }) => !before.has(key))
    const changed = rows
      .filter(({ key, hash }) => before.has(key) && before.get(key)?.hash !== hash)
      .map((row) => ({
        ...row,
        record: { ...row.record, id: before.get(row.key)?.id ?? row.record.id },
      }))
    if (isEntry(kind)) {
      const fresh = [...added, ...changed] as unknown as ContentRow<'comments' | 'timeline'>[]
      const { brought, told } = await bringEntries(queries, kind, fresh, at)
      if (brought.length > 0) {
        await queries.execute(putRows(content, 'kind, key', remembered(kind, brought)))
        await tell(told)
      }
      const isNew = brought.filter(({ key }) => !before.has(key)).length
      const renewed = brought.length - isNew
      return { added: isNew, changed: renewed, unchanged: rows.length - brought.length }
    }
    await write(kind as Whole, added as never, changed as never, at)
    const unchanged = rows.length - added.length - changed.length
    return { added: added.length, changed: changed.length, unchanged }
  }

  return {
    async merge(kind, rows, at) {
      // Two servers that import the same files at once take turns.
      await queries.execute(sql`select pg_advisory_xact_lock(hashtext(${`content ${kind}`}))`)
      const sum = { added: 0, changed: 0, unchanged: 0 }
      const last = [...new Map(rows.map((row) => [row.key, row])).values()]
      for (let start = 0; start < last.length; start += chunkSize) {
        const part = await mergeChunk(kind, last.slice(start, start + chunkSize), at)
        sum.added += part.added
        sum.changed += part.changed
        sum.unchanged += part.unchanged
      }
      await tellPlanner(kind, sum.added + sum.changed)
      return sum
    },
    async ids(kind, keys) {
      const rows = await queries
        .select({ key: content.key, id: content.id })
        .from(content)
        .where(and(eq(content.kind, kind), sql`key = any(${array(keys)})`))
      return new Map(rows.map(({ key, id }) => [key, id]))
    },
  }
}
