import { hash } from 'node:crypto'
import { newId } from '../ids.ts'
import type { Row } from './csv/row.ts'
import type { EntryNames } from './csv/table.ts'

const between = '\u001d'

/** The keys of one file's entries: their own, or their record, their time and their author. */
export class EntryKeys {
  readonly #said = new Set<string>()
  readonly #counts = new Map<string, number>()

  /** `undefined` for a row that says the same as one before it. */
  keyOf(row: Row, { of, known }: EntryNames): string | undefined {
    const said = hash('sha256', row.said(), 'base64url')
    if (this.#said.has(said)) return undefined
    this.#said.add(said)
    const cells = [of, ...known].map((column) => row.cell(column) ?? '')
    const own = row.cell('key')
    if (own !== undefined) return [cells[0], own, '1'].join(between)
    const name = cells.join(between)
    const count = (this.#counts.get(name) ?? 0) + 1
    this.#counts.set(name, count)
    return [...cells, String(count)].join(between)
  }
}

/**
 * A new entry's id. It follows the text of the row, so that an entry that is there already is found
 * again; where several rows share a record, a time and an author, only the first can be sure of it.
 */
export function entryId(row: Row, key: string, recordId: string, { prefix }: EntryNames): string {
  if (!key.endsWith(`${between}1`)) return newId(prefix)
  return `${prefix}_${hash('sha256', `${recordId}${between}${row.said()}`, 'hex').slice(0, 32)}`
}
