import type { Columns } from './columns.ts'
import { quoted, suggestion } from '../problems.ts'
import { plainKey } from './spreadsheet.ts'

const mostColumns = 1000
// No `__proto__`: these become names of properties.
const familyName = /^(?!__proto__$)[\w.-]{1,64}$/

/** The first row of a file: which column stands where. Case, blanks, `_` and `-` do not matter. */
export class Header {
  readonly problems: { column?: string; text: string }[] = []
  readonly width: number
  readonly columns: Columns
  readonly #index = new Map<string, number>()
  readonly #families = new Map<string, readonly { column: string; name: string }[]>()
  readonly #written: readonly string[]
  readonly #keys: ReadonlySet<string>
  /** Used columns in alphabetical order, so that moving a column changes no row. */
  readonly #used: [name: string, index: number][]

  constructor(cells: readonly string[], columns: Columns) {
    this.#written = cells.map(plainKey)
    this.width = cells.length
    this.columns = columns
    this.#keys = new Set(['key', ...columns.references.map(({ column }) => column)])
    this.#used = []
    this.complete = false
    if (this.width > mostColumns) {
      const text = `The first row has ${this.width} columns; at most ${mostColumns} are possible. Nothing of the file is read.`
      this.problems.push({ text })
      return
    }
    const known = new Map(columns.names.map((name) => [folded(name), name]))
    for (const [index, cell] of this.#written.entries()) this.#place(cell, index, known, columns)
    const missing = columns.required.filter((name) => !this.#index.has(name))
    if (missing.length > 0)
      this.problems.push({
        text: `The column ${missing.join(', ')} is missing. The first row must name the columns: ${columns.required.join(', ')} and, where wanted, ${columns.names.filter((name) => !columns.required.includes(name)).join(', ')}.`,
      })
    this.complete = missing.length === 0
    this.#used = [...this.#index].toSorted(([one], [other]) => (one < other ? -1 : 1))
  }

  readonly complete: boolean

  #place(cell: string, index: number, known: ReadonlyMap<string, string>, columns: Columns): void {
    const prefix = columns.prefixes.find(
      (one) => cell.startsWith(one) && familyName.test(cell.slice(one.length)),
    )
    const name = prefix === undefined ? known.get(folded(cell)) : cell
    if (name === undefined) {
      if (cell === '') return
      const text = `The column ${quoted(cell)} is not known and not read.${suggestion(cell, columns.names)}`
      this.problems.push({ text })
    } else if (this.#index.has(name)) {
      this.problems.push({ text: `The column ${quoted(cell)} is there twice; the first is read.` })
    } else this.#index.set(name, index)
  }

  index(column: string): number | undefined {
    return this.#index.get(column)
  }

  /** Tells whether the cells of a column are keys, its own or those of other records. */
  holdsKeys(column: string): boolean {
    return this.#keys.has(column)
  }

  /** A column's name as the file writes it. */
  written(column: string): string {
    const index = this.#index.get(column)
    return index === undefined ? column : (this.#written[index] ?? column)
  }

  /** The columns of a family, with the part after its prefix. */
  family(prefix: string): readonly { column: string; name: string }[] {
    let family = this.#families.get(prefix)
    if (!family) {
      family = this.#used
        .filter(([column]) => column.startsWith(prefix))
        .map(([column]) => ({ column, name: column.slice(prefix.length) }))
      this.#families.set(prefix, family)
    }
    return family
  }

  /** What a row says, as one text that does not depend on the order of columns or on empty ones. */
  said(cells: readonly string[]): string {
    let text = ''
    for (const [name, index] of this.#used) {
      const cell = cells[index]?.trim()
      if (cell) text += `${name}\u001f${cell}\u001e`
    }
    return text
  }
}

function folded(name: string): string {
  return name.replaceAll(/[\s_-]/g, '').toLowerCase()
}
