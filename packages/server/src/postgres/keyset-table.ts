import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { getTableName } from 'drizzle-orm'
import type { Paging } from '../store/store.ts'
import type { Page } from '../store/types.ts'
import { rowsOf, type Queries } from './database.ts'
import { decodeCursor, isInstant, isPlain, isWhole, pageOf } from './paging.ts'
import { where } from './search.ts'

/** The words that a cursor may hold for a column, by the column's type. */
const wordTests: Record<string, (word: string) => boolean> = {
  text: isPlain,
  'timestamptz(3)': isInstant,
  bigint: isWhole,
}

/**
 * Reads a table of records in one order, page by page. The columns of the order are unique together;
 * `source` says where the rows come from where that is more than the table.
 */
export function keysetTable<Stored>(
  table: PgTable,
  order: readonly PgColumn[],
  source: SQL = sql`${table}`,
) {
  const list = getTableName(table)
  const tests = order.map((column) => wordTests[column.getSQLType()] ?? isPlain)
  const columns = sql.join([...order], sql`, `)
  const words = sql.join(
    order.map((column) => sql`${column}::text`),
    sql`, `,
  )

  return async (
    queries: Queries,
    conditions: readonly SQL[],
    { limit, cursor }: Paging,
  ): Promise<Page<Stored>> => {
    const [, ...place] = decodeCursor(cursor, [(word) => word === list, ...tests]) ?? []
    const bounds = order.map(
      (column, index) => sql`${place[index]}::${sql.raw(column.getSQLType())}`,
    )
    const after = place.length > 0 ? [sql`(${columns}) > (${sql.join(bounds, sql`, `)})`] : []
    const rows = await rowsOf<{ record: Stored; place: string[] }>(
      queries,
      sql`select record, array[${words}] as place from ${source}
        ${where([...conditions, ...after])} order by ${columns} limit ${limit + 1}`,
    )
    return pageOf(
      rows.map(({ record, place: end }) => ({ record, place: [list, ...end] })),
      limit,
    )
  }
}
