import { getTableColumns, sql, type SQL } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/** A statement's values as one parameter: an array, where Drizzle would make a list of them. */
export function array(values: readonly string[]): SQL {
  return sql`${sql.param([...values])}::text[]`
}

/**
 * Rows as a table `r` to select from, as one parameter however many there are. `beside` has the types of
 * fields that the rows have besides the table's.
 */
export function recordset<Table extends PgTable>(
  table: Table,
  rows: readonly Table['$inferInsert'][],
  beside: Record<string, string> = {},
): SQL {
  const columns = [
    ...writable(table).map(([key, column]) => ({
      key,
      name: column.name,
      type: column.getSQLType(),
    })),
    ...Object.entries(beside).map(([key, type]) => ({ key, name: key, type })),
  ]
  const types = columns.map(({ name, type }) => sql.raw(`${name} ${type}`))
  const named = rows.map((row) =>
    Object.fromEntries(columns.map(({ key, name }) => [name, (row as Row)[key]])),
  )
  return sql`json_to_recordset(${JSON.stringify(named)}::json) as r(${sql.join(types, sql`, `)})`
}

/** Inserts any number of rows at once. */
export function insertRows<Table extends PgTable>(
  table: Table,
  rows: readonly Table['$inferInsert'][],
  beside?: Record<string, string>,
): SQL {
  const names = sql.raw(columnNames(table).join(', '))
  return sql`insert into ${table} (${names}) select ${names} from ${recordset(table, rows, beside)}`
}

/**
 * Inserts rows; a row replaces the one with the same key. The key itself is not assigned, because
 * transactions that write rows with a reference to it would have to wait.
 */
export function putRows<Table extends PgTable>(
  table: Table,
  key: string,
  rows: readonly Table['$inferInsert'][],
): SQL {
  return sql`${insertRows(table, rows)}
    on conflict (${sql.raw(key)}) do update set ${assignments(table, 'excluded', key.split(', '))}`
}

/** The assignments of an update, from the row of that name. */
export function assignments(table: PgTable, from: string, except: readonly string[] = []): SQL {
  const names = columnNames(table).filter((name) => !except.includes(name))
  return sql.join(
    names.map((name) => sql.raw(`${name} = ${from}.${name}`)),
    sql`, `,
  )
}

/** The columns that a statement writes. */
export function columnNames(table: PgTable): string[] {
  return writable(table).map(([, { name }]) => name)
}

type Row = Record<string, unknown>

function writable(table: PgTable) {
  return Object.entries(getTableColumns(table)).filter(
    ([, column]) => !column.generatedIdentity && !column.generated && !column.hasDefault,
  )
}
