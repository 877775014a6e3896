import type { Tables } from '../store/store.ts'
import type { Fresh, MadeRow, Table } from './csv/table.ts'

/** The rows of one statement: PGlite's memory grows with the largest statement, and never shrinks. */
const chunkSize = 1000

/**
 * Brings rows in: a new key inserts, a changed hash replaces what the row said, an equal hash does
 * nothing. A row that its table cannot use counts as unchanged.
 */
export async function bring<Record extends { id: string }>(
  tables: Tables,
  table: Table<Record>,
  rows: readonly MadeRow<Record>[],
  at: string,
): Promise<{ added: number; changed: number; unchanged: number }> {
  const sum = { added: 0, changed: 0, unchanged: 0 }
  const last = [...new Map(rows.map((row) => [row.key, row])).values()]
  for (let start = 0; start < last.length; start += chunkSize) {
    const chunk = last.slice(start, start + chunkSize)
    const { kind, keepsSaid } = table
    const before = await tables.content.lock(kind, keysOf(chunk))
    const added = chunk.filter(({ key }) => !before.has(key))
    const changed = chunk.flatMap((row) => {
      const known = before.get(row.key)
      if (!known || known.hash === row.hash) return []
      return [{ ...row, record: { ...row.record, id: known.id } }]
    })
    const fresh = [...added, ...changed]
    sum.unchanged += chunk.length - fresh.length
    if (fresh.length === 0) continue
    const said = keepsSaid ? await tables.content.said(kind, keysOf(changed)) : new Map()
    const made = new Map(fresh.map(({ key, record }) => [key, record]))
    const records = chunk.flatMap(({ key }) => made.get(key) ?? [])
    const given = { added, changed, records, at, said: said as Fresh<Record>['said'] }
    const used = (await table.replace(tables, given)) ?? fresh
    await tables.content.put(
      kind,
      used.map(({ key, hash, record }) => ({
        ...{ key, hash, id: record.id },
        ...(keepsSaid && { said: record }),
      })),
    )
    const isNew = used.filter(({ key }) => !before.has(key)).length
    sum.added += isNew
    sum.changed += used.length - isNew
    sum.unchanged += fresh.length - used.length
  }
  return sum
}

const keysOf = (rows: readonly { key: string }[]) => rows.map(({ key }) => key)
