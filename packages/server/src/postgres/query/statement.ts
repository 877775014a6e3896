import { is, Placeholder, type SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Queries } from '../engine/database.ts'

const dialect = new PgDialect()

/** Runs a statement with values for its placeholders, and answers its rows. */
export type Statement<Row> = (
  queries: Queries,
  values: Readonly<Record<string, unknown>>,
) => Promise<Row[]>

/**
 * A statement whose text is made once: building it at each call takes Drizzle as long as PostgreSQL
 * takes to find a page of a list. It serves statements of every request; all others are built at each call.
 */
export function statement<Row>(source: SQL): Statement<Row> {
  const { sql: text, params } = dialect.sqlToQuery(source)
  const names = params.map((param) => {
    if (is(param, Placeholder)) return param.name
    throw new Error(`A statement made once has a value in it: ${text}`)
  })
  return async (queries, values) =>
    (
      await queries.$client.query<Row & object>(
        text,
        names.map((name) => values[name]),
      )
    ).rows
}
