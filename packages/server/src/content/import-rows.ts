import { hash } from 'node:crypto'
import { newId } from '../ids.ts'
import type { Store } from '../store/store.ts'
import { bring } from './bring.ts'
import type { CsvRow } from './csv.ts'
import { EntryKeys, entryId } from './entries.ts'
import { Header } from './header.ts'
import { quoted, type FileLog } from './problems.ts'
import { Row, type Reading } from './row.ts'
import type { MadeRow, Programme, Table } from './table.ts'

/** What every file is read with. */
export interface Importing {
  store: Store
  reading: Reading
  programme: Programme
  /** What else decides how a row is understood; when it changes, so do the rows. */
  understanding: string
  log: FileLog
}

// PGlite's memory grows with the largest statement and never shrinks.
const batchRows = 2000
const batchLength = 500_000
const deferredRows = 500

/** Brings the rows of a file in, batch by batch; each batch is all or nothing. */
export async function importRows(
  table: Table,
  rows: AsyncIterable<CsvRow[]>,
  importing: Importing,
): Promise<void> {
  const run = new Run(table, importing)
  let batch: CsvRow[] = []
  let length = 0
  for await (const found of rows)
    for (const row of run.afterHeader(found)) {
      batch.push(row)
      for (const cell of row.problem === undefined ? row.cells : []) length += cell.length
      if (batch.length < batchRows && length < batchLength) continue
      await run.take(batch)
      if (run.unusable) return
      batch = []
      length = 0
    }
  await run.take(batch)
  await run.takeDeferred()
  await run.done()
}

interface Waiting {
  row: Row
  key: string
  hash: string
}

class Run {
  unusable = false
  readonly #table: Table
  readonly #importing: Importing
  readonly #lines = new Map<string, number>()
  readonly #entries = new EntryKeys()
  #header: Header | undefined
  /** Rows that name a row which has not come yet. */
  #deferred: Waiting[] = []
  #merging: Promise<void> = Promise.resolve()

  constructor(table: Table, importing: Importing) {
    this.#table = table
    this.#importing = importing
  }

  afterHeader(rows: CsvRow[]): CsvRow[] {
    if (this.#header || rows.length === 0) return rows
    const [first, ...rest] = rows
    const cells = first?.problem === undefined ? (first?.cells ?? []) : []
    this.#header = new Header(cells, this.#table.columns)
    for (const { text } of this.#header.problems)
      this.#importing.log.problem(text, { line: first!.line })
    this.unusable = !this.#header.complete
    return rest
  }

  async take(rows: readonly CsvRow[]): Promise<void> {
    if (this.unusable || !this.#header) return
    const waiting = rows.flatMap((row) => this.#read(row) ?? [])
    this.#deferred.push(...(await this.#build(waiting, false)))
    this.#importing.log.flush()
  }

  /** Rows whose turn has come, until no more comes of it; the rest names rows that do not exist. */
  async takeDeferred(): Promise<void> {
    let left = this.#deferred
    for (let before = Infinity; left.length > 0 && left.length < before;) {
      before = left.length
      left = await this.#inBatches(left, false)
    }
    await this.#inBatches(left, true)
  }

  async #inBatches(waiting: Waiting[], last: boolean): Promise<Waiting[]> {
    const left: Waiting[] = []
    for (let at = 0; at < waiting.length; at += deferredRows)
      left.push(...(await this.#build(waiting.slice(at, at + deferredRows), last)))
    return left
  }

  done(): Promise<void> {
    return this.#merging
  }

  #read(found: CsvRow): Waiting | undefined {
    const header = this.#header!
    const { reading, understanding } = this.#importing
    if (found.problem !== undefined) return this.#bad(found.line, found.problem)
    const { cells, line } = found
    const extra = cells.slice(header.width).some((cell) => cell.trim() !== '')
    if (cells.length < header.width || extra)
      return this.#bad(line, `The row has ${cells.length} cells, the first row ${header.width}.`)
    const row = new Row(header, line, cells, reading)
    const { entry } = this.#table
    const written = row.text('key', 100)
    const key = entry ? this.#entries.keyOf(row, entry) : row.required('key', written, '')
    if (row.problems.length > 0) return this.#refuse(row)
    if (key === undefined) return this.#bad(line, 'The row says the same as one before it.')
    const before = this.#lines.get(key)
    if (before !== undefined) {
      row.wrong('key', `${quoted(written ?? '')} is the key of line ${before} already.`)
      return this.#refuse(row)
    }
    this.#lines.set(key, line)
    const said = `${understanding}\u001d${header.said(cells)}`
    return { row, key, hash: hash('sha256', said, 'base64url') }
  }

  #bad(line: number, text: string, column?: string): undefined {
    this.#importing.log.report.bad++
    this.#importing.log.problem(text, column === undefined ? { line } : { line, column })
  }

  #refuse(row: Row): undefined {
    this.#importing.log.report.bad++
    for (const { column, text } of row.problems)
      this.#importing.log.problem(text, { line: row.line, column })
  }

  /** Makes records and hands them to the store; gives back the rows that have to wait. */
  async #build(waiting: readonly Waiting[], last: boolean): Promise<Waiting[]> {
    if (waiting.length === 0) return []
    const { kind } = this.#table
    const { references } = this.#importing.reading
    await this.#loadReferences(waiting)
    const left: Waiting[] = []
    const rows: MadeRow<{ id: string }>[] = []
    for (const one of waiting) {
      const { row, key, hash: rowHash } = one
      if (!last && this.#mustWait(row)) {
        left.push(one)
        continue
      }
      const id = references.id(kind, key) ?? this.#newId(row, key)
      const made = this.#table.row(row, id, key, this.#importing.programme)
      if (row.problems.length > 0) this.#refuse(row)
      else {
        references.add(kind, key, id)
        rows.push({ key, hash: rowHash, record: made })
      }
    }
    await this.#merge(rows)
    return left
  }

  async #loadReferences(waiting: readonly Waiting[]): Promise<void> {
    const { references } = this.#importing.reading
    const own = waiting.map(({ key }) => key)
    await references.load(this.#table.kind, own)
    for (const { column, kind, keys } of this.#table.columns.references) {
      const named = waiting.flatMap(({ row }) => keys(row.cell(column) ?? '')).filter(Boolean)
      await references.load(kind, named)
      await references.loadRecords(kind, named)
    }
  }

  #newId(row: Row, key: string): string {
    const { kind, entry, columns } = this.#table
    if (!entry) return newId(kind.slice(0, -1))
    const of = columns.references.find(({ column }) => column === entry.of)
    const record = of && this.#importing.reading.references.id(of.kind, row.cell(of.column) ?? '')
    return entryId(row, key, record ?? '', entry)
  }

  #mustWait(row: Row): boolean {
    const { kind, columns } = this.#table
    return columns.references.some(({ column, kind: other, keys }) => {
      const cell = other === kind ? row.cell(column) : undefined
      return (
        cell !== undefined &&
        keys(cell).some((key) => this.#importing.reading.references.id(kind, key) === undefined)
      )
    })
  }

  /** The next batch is read while the store still takes this one. */
  async #merge(rows: readonly MadeRow<{ id: string }>[]): Promise<void> {
    const { store, programme, log } = this.#importing
    await this.#merging
    if (rows.length === 0) return
    this.#merging = store
      .write((tables) => bring(tables, this.#table, rows, programme.now))
      .then(({ added, changed, unchanged }) => {
        log.report.added += added
        log.report.changed += changed
        log.report.unchanged += unchanged
      })
    // Who awaits it next learns of a failure; until then it is not unhandled.
    this.#merging.catch(() => {})
  }
}
