import { controlIn } from './controls.ts'
import type { Header } from './header.ts'
import type { Place } from '../problems.ts'
import { plainKey, plainText, spreadsheetObjection } from './spreadsheet.ts'

/** The cells of a row as text, and everything that is wrong with them. */
export class RowCells {
  readonly problems: (Place & { text: string })[] = []
  /** The remarks about a row that is used in spite of them. */
  readonly notes: (Place & { text: string })[] = []
  readonly place: Place
  readonly header: Header
  readonly #cells: readonly string[]
  readonly #places: ReadonlyMap<string, Place>

  /** `places` gives the place of each column, where a row does not stand on one line. */
  constructor(
    header: Header,
    place: Place,
    cells: readonly string[],
    places: ReadonlyMap<string, Place> = new Map(),
  ) {
    this.header = header
    this.place = place
    this.#cells = cells
    this.#places = places
  }

  /** The content of a cell; an empty one does not count, one that a spreadsheet spoilt is a problem. */
  cell(column: string): string | undefined {
    const index = this.header.index(column)
    const written = index === undefined ? '' : (this.#cells[index] ?? '')
    const text = this.header.holdsKeys(column) ? plainKey(written) : plainText(written)
    const objection = spreadsheetObjection(text)
    if (objection === undefined) return text || undefined
    return this.#isWrong(column) ? undefined : this.wrong(column, objection)
  }

  #isWrong(column: string): boolean {
    return this.problems.some((problem) => problem.column === this.header.written(column))
  }

  /** The content of the row, for telling whether it changed. */
  said(): string {
    return this.header.said(this.#cells)
  }

  wrong(column: string, text: string): undefined {
    this.problems.push({ ...this.#placeOf(column), text })
    return undefined
  }

  note(column: string, text: string): void {
    this.notes.push({ ...this.#placeOf(column), text })
  }

  #placeOf(column: string): Place {
    const place = this.#places.get(column) ?? this.place
    return { ...place, column: this.header.written(column) }
  }

  /** Text of one line. */
  text(column: string, max = 200): string | undefined {
    return this.#text(column, max, false)
  }

  /** Text that may have line breaks. */
  longText(column: string, max: number): string | undefined {
    return this.#text(column, max, true)
  }

  #text(column: string, max: number, breaks: boolean): string | undefined {
    const value = this.cell(column)
    if (value === undefined) return undefined
    if (value.length > max)
      return this.wrong(column, `The text has ${value.length} characters; ${max} are possible.`)
    const control = controlIn(value, breaks)
    return control ? this.wrong(column, `${control.name} is not possible here.`) : value
  }

  /** The value, or `fallback` with a problem where there is none. */
  required<Value>(column: string, value: Value | undefined, fallback: Value): Value {
    if (value === undefined && this.cell(column) === undefined && !this.#isWrong(column))
      this.wrong(column, 'This column must be filled in.')
    return value ?? fallback
  }
}
