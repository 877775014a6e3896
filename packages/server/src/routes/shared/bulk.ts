import type { BulkResult, BulkRow, FieldError } from '@prmkit/contract'
import { sha256 } from '../../auth/hash.ts'
import type { Tables } from '../../store/store.ts'

/** One row of another system, known by its key there. */
interface Keyed {
  key: string
}

/** The way in which a resource takes a row. */
export interface TakingRow<Row extends Keyed> {
  /** The kind of the records in the table of rows that were brought in. */
  kind: string
  /** Makes or changes the record; answers its id and whether that said anything new, or why the row is refused. */
  take(
    row: Row,
    id: string | undefined,
  ): Promise<{ id: string; isNew?: boolean } | { errors: FieldError[] }>
}

/**
 * Brings in rows: a new key makes a record, a row that says something new changes it, an equal one
 * does nothing, and a refused one leaves the others as they are.
 */
export async function takeRows<Row extends Keyed>(
  tables: Tables,
  rows: readonly Row[],
  { kind, take }: TakingRow<Row>,
): Promise<BulkResult> {
  const known = new Map(
    await tables.content.lock(
      kind,
      rows.map(({ key }) => key),
    ),
  )
  const results: BulkRow[] = []
  const seen = new Set<string>()
  for (const row of rows) {
    const { key } = row
    const before = known.get(key)
    if (seen.has(key)) {
      const detail = 'Another row has this key already.'
      const errors: FieldError[] = [{ pointer: '/key', code: 'not-an-option', detail }]
      results.push({ key, result: 'refused', errors, ...(before && { id: before.id }) })
      continue
    }
    seen.add(key)
    const hash = await sha256(JSON.stringify(row))
    if (before?.hash === hash) {
      results.push({ key, id: before.id, result: 'unchanged' })
      continue
    }
    const taken = await take(row, before?.id)
    if ('errors' in taken) {
      const { errors } = taken
      results.push({ key, result: 'refused', errors, ...(before && { id: before.id }) })
      continue
    }
    const { id, isNew = true } = taken
    results.push({ key, id, result: !before ? 'created' : isNew ? 'changed' : 'unchanged' })
    await tables.content.put(kind, [{ key, id, hash }])
  }
  return { rows: results }
}
