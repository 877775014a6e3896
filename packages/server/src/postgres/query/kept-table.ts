import { getTableName, sql, type SQL } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Kept } from '../../store/types.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { keysetTable } from './keyset-table.ts'
import { array, putRows } from './recordset.ts'
import { where } from './search.ts'

/** The way in which records of one kind lie in a table with the columns `id` and `record`. */
export interface KeptLayout<Record, Filter, Table extends PgTable> {
  table: Table
  /** The columns of the order of lists, unique together. */
  order: readonly PgColumn[]
  row(record: Record): Table['$inferInsert']
  conditions(filter: Filter): SQL[]
}

/** Makes the access to a table of records by id and by a filter. */
export function keptTable<Record, Filter, Table extends PgTable>({
  table,
  order,
  row,
  conditions,
}: KeptLayout<Record, Filter, Table>): (queries: Queries) => Kept<Record, Filter> {
  const page = keysetTable<Record>(table, order)
  const name = sql.identifier(getTableName(table))
  return (queries) => {
    const find = async (rest: SQL) =>
      (await rowsOf<{ record: Record }>(queries, sql`select record from ${name} ${rest}`)).map(
        ({ record }) => record,
      )
    return {
      async put(records) {
        if (records.length > 0) await queries.execute(putRows(table, 'id', records.map(row)))
      },
      get: async (id) => (await find(sql`where id = ${id}`))[0],
      many: async (ids) => (ids.length === 0 ? [] : find(sql`where id = any(${array(ids)})`)),
      lock: async (id) => (await find(sql`where id = ${id} for no key update`))[0],
      list: (filter, paging) => page(queries, conditions(filter), paging),
      async count(filter) {
        const [found] = await rowsOf<{ count: number }>(
          queries,
          sql`select count(*)::int as count from ${name} ${where(conditions(filter))}`,
        )
        return found?.count ?? 0
      },
    }
  }
}

/** Counts how often each value of a column occurs, and sorts by value. */
export async function tally(
  queries: Queries,
  table: PgTable,
  column: PgColumn,
  conditions: readonly SQL[],
): Promise<{ value: string; count: number }[]> {
  return rowsOf(
    queries,
    sql`select ${sql.identifier(column.name)} as value, count(*)::int as count
      from ${sql.identifier(getTableName(table))} ${where(conditions)} group by 1 order by 1`,
  )
}

/** The condition that a column has one of these values; none where no values are asked for. */
export function isOneOf(column: PgColumn, values: readonly string[] | undefined): SQL[] {
  return values === undefined ? [] : [sql`${sql.identifier(column.name)} = any(${array(values)})`]
}

/** The condition that a column of lists has one of these values; none where no values are asked for. */
export function hasOneOf(column: PgColumn, values: readonly string[] | undefined): SQL[] {
  return values === undefined ? [] : [sql`${sql.identifier(column.name)} && ${array(values)}`]
}
