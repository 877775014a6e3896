import { and, eq, getTableColumns, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Content } from '../store/store.ts'
import type { Queries } from './engine/database.ts'
import { array, putRows } from './query/recordset.ts'
import * as schema from './schema.ts'

const { content } = schema

/** The tables of a kind, where they are other ones than the table of that name in schema.ts. */
export type TablesOfKinds = Readonly<Record<string, readonly PgTable[]>>

/** The rows of each kind that were written until now, and until the last analysis. */
export type Growth = Map<string, { written: number; told: number }>

export function contentTable(queries: Queries, growth: Growth, known: TablesOfKinds): Content {
  /** Analyses the tables of a kind whenever their rows are four times as many: PGlite never does it, PostgreSQL only after a while. */
  async function tellPlanner(kind: string, count: number) {
    const { written, told } = growth.get(kind) ?? { written: 0, told: 0 }
    const isDue = written + count >= Math.max(1000, 4 * told)
    growth.set(kind, { written: written + count, told: isDue ? written + count : told })
    if (!isDue) return
    const table = (schema as Record<string, unknown>)[kind] as PgTable | undefined
    const tables = [...(known[kind] ?? (table ? [table] : [])), content]
    await queries.execute(sql`analyze ${sql.join(tables.map(plainColumns), sql`, `)}`)
  }

  const find: Content['find'] = async (kind, keys) => {
    const rows = await queries
      .select({ key: content.key, id: content.id, hash: content.hash })
      .from(content)
      .where(and(eq(content.kind, kind), sql`key = any(${array(keys)})`))
    return new Map(rows.map((row) => [row.key, row]))
  }

  return {
    find,
    async lock(kind, keys) {
      // Two servers that import the same files at once take turns.
      await queries.execute(sql`select pg_advisory_xact_lock(hashtext(${`content ${kind}`}))`)
      return find(kind, keys)
    },
    async said(kind, keys) {
      const rows = await queries
        .select({ key: content.key, said: content.said })
        .from(content)
        .where(and(eq(content.kind, kind), sql`key = any(${array(keys)}) and said is not null`))
      return new Map(rows.map(({ key, said }) => [key, said as object]))
    },
    async put(kind, rows) {
      const values = rows.map((row) => ({ kind, said: null, ...row }))
      await queries.execute(putRows(content, 'kind, key', values))
      await tellPlanner(kind, rows.length)
    },
  }
}

/** A table with the columns that are quick to read: no documents, no lists and no text to search. */
function plainColumns(table: PgTable) {
  const names = Object.values(getTableColumns(table))
    .filter(({ name, columnType }) => !/^Pg(Jsonb|Array)$/.test(columnType) && name !== 'search')
    .map(({ name }) => sql.raw(name))
  return sql`${table} (${sql.join(names, sql`, `)})`
}
