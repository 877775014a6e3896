import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { getTableName } from 'drizzle-orm'
import type { Paging } from '../../store/store.ts'
import type { Page } from '../../store/types.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { decodeCursor, isInstant, isPlain, isWhole, pageOf } from './paging.ts'
import { where } from './search.ts'

/** The words that a cursor may hold for a column, by the column's type. */
const wordTests: Record<string, (word: string) => boolean> = {
  text: isPlain,
  'timestamptz(3)': isInstant,
  bigint: isWhole,
}

/** The parts of a list that most lists do without. */
export interface KeysetOptions {
  /** Where the rows come from, where that is more than the table. */
  source?: SQL
  /** All columns of the order descend. */
  descending?: boolean
}

/** Reads a table of records in one order, page by page. The columns of the order are unique together. */
export function keysetTable<Stored>(
  table: PgTable,
  order: readonly PgColumn[],
  { source = sql`${table}`, descending = false }: KeysetOptions = {},
) {
  const list = `${getTableName(table)}${descending ? '-desc' : ''}`
  const tests = order.map((column) => wordTests[column.getSQLType()] ?? isPlain)
  const columns = sql.join([...order], sql`, `)
  const [after, direction] = descending ? [sql`<`, sql` desc`] : [sql`>`, sql``]
  const sorted = sql.join(
    order.map((column) => sql`${column}${direction}`),
    sql`, `,
  )
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
    const rest = place.length > 0 ? [sql`(${columns}) ${after} (${sql.join(bounds, sql`, `)})`] : []
    const rows = await rowsOf<{ record: Stored; place: string[] }>(
      queries,
      sql`select record, array[${words}] as place from ${source}
        ${where([...conditions, ...rest])} order by ${sorted} limit ${limit + 1}`,
    )
    return pageOf(
      rows.map(({ record, place: end }) => ({ record, place: [list, ...end] })),
      limit,
    )
  }
}
