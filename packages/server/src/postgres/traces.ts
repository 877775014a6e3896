import { sql, type SQL } from 'drizzle-orm'
import type { Traces } from '../store/traces.ts'
import { rowsOf, type Queries } from './engine/database.ts'
import { array } from './query/recordset.ts'

/** The columns of a table that can name a person, with their types. */
type Columns = Record<string, 'text' | 'jsonb' | '_text'>

interface Place {
  at: string
  row: Record<string, unknown>
}

/** The traces of people in all tables of the schema, as its catalogue lists them. */
export function traceTable(queries: Queries): Traces {
  async function tables(): Promise<Map<string, Columns>> {
    const rows = await rowsOf<{ name: string; columns: Columns }>(
      queries,
      sql`select c.table_name as name, json_object_agg(c.column_name, c.udt_name) as columns
        from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
          and c.udt_name in ('text', 'jsonb', '_text') and c.is_generated = 'NEVER'
        group by c.table_name order by c.table_name`,
    )
    return new Map(rows.map(({ name, columns }) => [name, columns]))
  }

  /** The rows of a table that have one of the words, with their place in it. */
  function rowsWith(table: string, columns: Columns, words: readonly string[], lock: SQL) {
    const names = sql.join(
      Object.keys(columns).map((column) => sql`${sql.identifier(column)}`),
      sql`, `,
    )
    const parts = sql.join(
      Object.keys(columns).map(
        (column) => sql`${column}::text, to_jsonb(${sql.identifier(column)})`,
      ),
      sql`, `,
    )
    return rowsOf<Place>(
      queries,
      sql`select ctid::text as at, jsonb_build_object(${parts}) as row
        from ${sql.identifier(table)}
        where exists (
          select from unnest(${array(words)}) as word
          where position(lower(word) in lower(concat_ws(' ', ${names}))) > 0
        ) ${lock}`,
    )
  }

  return {
    async find(words) {
      const found: { table: string; row: Record<string, unknown> }[] = []
      for (const [table, columns] of await tables()) {
        const rows = await rowsWith(table, columns, words, sql``)
        found.push(...rows.map(({ row }) => ({ table, row })))
      }
      return found
    },

    async rewrite({ words, rewrite }) {
      let changed = 0
      // The trigger of the audit trail, `refuse_audit_change`, allows no other change.
      await queries.execute(sql`select set_config('prmkit.erasure', 'on', true)`)
      for (const [table, columns] of await tables())
        for (const { at, row } of await rowsWith(table, columns, words, sql`for update`)) {
          const after = rewrite(row) as Record<string, unknown>
          const changes = Object.entries(columns).filter(([name]) => after[name] !== row[name])
          if (changes.length === 0) continue
          const assignments = changes.map(([name, type]) => {
            const value = after[name]
            const given =
              type === 'jsonb'
                ? sql`${JSON.stringify(value)}::jsonb`
                : type === '_text'
                  ? array(value as string[])
                  : sql`${value as string}`
            return sql`${sql.identifier(name)} = ${given}`
          })
          await queries.execute(
            sql`update ${sql.identifier(table)} set ${sql.join(assignments, sql`, `)}
              where ctid = ${at}::tid`,
          )
          changed++
        }
      await queries.execute(sql`select set_config('prmkit.erasure', 'off', true)`)
      return changed
    },
  }
}
