import { and, eq, sql, type SQL } from 'drizzle-orm'
import { contentEvent, mergeDeal } from '../store/merge-content.ts'
import type { DealRecord } from '../store/records.ts'
import type { Content, ContentKind, ContentRecords, ContentRow } from '../store/store.ts'
import { putAccounts } from './accounts.ts'
import { rowsOf, type Queries } from './database.ts'
import { insertDeals, updateDeals } from './deal-rows.ts'
import { putPartners } from './partners.ts'
import { putProducts } from './products.ts'
import { array, insertRows } from './recordset.ts'
import { content, events } from './schema.ts'
import { putUsers } from './users.ts'

/** Rows in one statement: PGlite's memory grows with the largest, and never shrinks. */
const chunkSize = 1000

type Known = typeof content.$inferSelect
type Put<Kind extends ContentKind> = (records: readonly ContentRecords[Kind][]) => SQL

/** How each kind is inserted; all but deals belong to the files alone, so that this also replaces them. */
const put: { [Kind in ContentKind]: Put<Kind> } = {
  partners: putPartners,
  users: putUsers,
  products: putProducts,
  accounts: putAccounts,
  deals: insertDeals,
}

/** What tells the planner how many rows there are now. */
const analyze: Record<ContentKind, string> = {
  partners: 'analyze partners, content',
  users: 'analyze users, user_partners, content',
  products: 'analyze products, content',
  accounts: 'analyze accounts, content',
  deals: 'analyze deals, deal_partners, content',
}

/** How many rows of each kind were written, and how many when the planner was told the last time. */
export type Growth = Map<ContentKind, { written: number; told: number }>

export function contentTable(queries: Queries, onAppend: () => void, growth: Growth): Content {
  /** Whenever the rows have doubled: PGlite never does it itself, and PostgreSQL only after a while. */
  async function tellPlanner(kind: ContentKind, count: number) {
    const { written, told } = growth.get(kind) ?? { written: 0, told: 0 }
    const isDue = written + count >= Math.max(chunkSize, 2 * told)
    growth.set(kind, { written: written + count, told: isDue ? written + count : told })
    if (isDue) await queries.execute(analyze[kind])
  }

  /** What earlier imports left of these rows, by key. */
  async function known(kind: ContentKind, keys: readonly string[]): Promise<Map<string, Known>> {
    const rows = await queries
      .select()
      .from(content)
      .where(and(eq(content.kind, kind), sql`key = any(${array(keys)})`))
    return new Map(rows.map((row) => [row.key, row]))
  }

  async function remember<Kind extends ContentKind>(kind: Kind, rows: readonly ContentRow<Kind>[]) {
    const said = rows.map(({ key, hash, record }) => ({
      ...{ kind, key, hash, id: record.id },
      said: kind === 'deals' ? (record as DealRecord) : null,
    }))
    await queries.execute(sql`${insertRows(content, said)}
      on conflict (kind, key) do update set hash = excluded.hash, said = excluded.said`)
  }

  async function tell(deals: readonly DealRecord[], type: string, at: string) {
    await queries.execute(
      insertRows(
        events,
        deals.map((deal) => contentEvent(deal, type, at)),
      ),
    )
    onAppend()
  }

  async function change(
    rows: readonly ContentRow<'deals'>[],
    before: Map<string, Known>,
    at: string,
  ) {
    const ids = rows.map(({ record }) => record.id)
    const found = await rowsOf<{ record: DealRecord }>(
      queries,
      sql`select record from deals where id = any(${array(ids)}) order by id for update`,
    )
    const current = new Map(found.map(({ record }) => [record.id, record]))
    const merged = rows.flatMap(({ key, record }) => {
      const now = current.get(record.id)
      // A draft that its partner has deleted stays deleted.
      return now ? [mergeDeal(now, before.get(key)?.said ?? now, record, at)] : []
    })
    await queries.execute(updateDeals(merged))
    await tell(merged, 'deal.updated', at)
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
    if (added.length > 0) {
      const records = added.map(({ record }) => record)
      await queries.execute(put[kind](records))
      await remember(kind, added)
      if (kind === 'deals') await tell(records as DealRecord[], 'deal.created', at)
    }
    if (changed.length > 0) {
      if (kind === 'deals') await change(changed as unknown as ContentRow<'deals'>[], before, at)
      else await queries.execute(put[kind](changed.map(({ record }) => record)))
      await remember(kind, changed)
    }
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
