import type { Traces } from '../traces.ts'
import type { Undo } from './table.ts'

/** The traces of people in all tables of a store. */
export function traceTable({ tables = [], lists = [] }: Undo): Traces {
  const has = (words: readonly string[]) => {
    const wanted = words.map((word) => word.toLowerCase())
    return (...values: unknown[]) => {
      const text = JSON.stringify(values).toLowerCase()
      return wanted.some((word) => text.includes(word))
    }
  }
  return {
    async find(words) {
      const isMeant = has(words)
      const rows = [
        ...tables.flatMap(({ name, table }) =>
          [...table.rows].filter((entry) => isMeant(...entry)).map(([, row]) => ({ name, row })),
        ),
        ...lists.flatMap(({ name, list }) =>
          list.filter((row) => isMeant(row)).map((row) => ({ name, row })),
        ),
      ]
      return rows.map(({ name, row }) => ({ table: name, row: row as Record<string, unknown> }))
    },
    async rewrite({ words, rewrite }) {
      const isMeant = has(words)
      let changed = 0
      for (const { table } of tables)
        for (const [key, row] of [...table.rows]) {
          if (!isMeant(key, row)) continue
          const [newKey, newRow] = [rewrite(key) as string, rewrite(row) as object]
          if (newKey === key && newRow === row) continue
          if (newKey !== key) table.delete(key)
          table.put(newKey, newRow)
          changed++
        }
      for (const { list, replace } of lists)
        for (const [place, row] of list.entries()) {
          if (!isMeant(row)) continue
          const after = rewrite(row)
          if (after === row) continue
          replace(place, after as object)
          changed++
        }
      return changed
    },
  }
}
