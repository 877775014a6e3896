import { hash } from 'node:crypto'
import { newId } from '../ids.ts'
import type { Store } from '../store/store.ts'
import { bring } from './bring.ts'
import { EntryKeys, entryId } from './entries.ts'
import { quoted, type FileLog } from './problems.ts'
import type { Reading, Row } from './csv/row.ts'
import type { CheckedRow, MadeRow, Programme, Table } from './csv/table.ts'

/** The means by which every file is read. */
export interface Importing {
  store: Store
  reading: Reading
  programme: Programme
  /** Everything else that decides how a row is understood; when it changes, so do the rows. */
  understanding: string
  log: FileLog
}

const deferredRows = 500

/** Brings the rows of a table in, batch by batch; each batch is all or nothing. */
export async function importRows(
  table: Table,
  batches: AsyncIterable<readonly Row[]>,
  importing: Importing,
): Promise<void> {
  const run = new Run(table, importing)
  for await (const batch of batches) await run.take(batch)
  await run.takeDeferred()
  await run.done()
}

interface Waiting {
  row: Row
  key: string
  hash: string
}

class Run {
  readonly #table: Table
  readonly #importing: Importing
  /** The places of the keys that were read. */
  readonly #places = new Map<string, string>()
  readonly #entries = new EntryKeys()
  /** Rows that name a row which has not come yet. */
  #deferred: Waiting[] = []
  #merging: Promise<void> = Promise.resolve()

  constructor(table: Table, importing: Importing) {
    this.#table = table
    this.#importing = importing
  }

  async take(rows: readonly Row[]): Promise<void> {
    const waiting = rows.flatMap((row) => this.#understand(row) ?? [])
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

  #understand(row: Row): Waiting | undefined {
    const { understanding, log } = this.#importing
    const { entry } = this.#table
    const written = row.text('key', 100)
    const key = entry ? this.#entries.keyOf(row, entry) : row.required('key', written, '')
    if (row.problems.length > 0) return this.#refuse(row)
    if (key === undefined) return log.bad('The row says the same as one before it.', row.place)
    const before = this.#places.get(key)
    if (before !== undefined) {
      row.wrong('key', `${quoted(written ?? '')} is the key of ${before} already.`)
      return this.#refuse(row)
    }
    this.#places.set(key, row.place.file ?? `line ${row.place.line}`)
    return { row, key, hash: hash('sha256', `${understanding}\u001d${row.said()}`, 'base64url') }
  }

  #refuse(row: Row): undefined {
    this.#importing.log.report.bad++
    for (const { text, ...place } of row.problems) this.#importing.log.problem(text, place)
  }

  /** Makes records and hands them to the store; gives back the rows that have to wait. */
  async #build(waiting: readonly Waiting[], last: boolean): Promise<Waiting[]> {
    if (waiting.length === 0) return []
    const { kind } = this.#table
    const { references } = this.#importing.reading
    await this.#loadReferences(waiting)
    const left: Waiting[] = []
    const made: (Waiting & { record: { id: string } })[] = []
    const fresh: CheckedRow<{ id: string }>[] = []
    for (const one of waiting) {
      const { row, key } = one
      if (!last && this.#mustWait(row)) {
        left.push(one)
        continue
      }
      const known = references.id(kind, key)
      const id = known ?? this.#newId(row, key)
      const record = this.#table.row(row, id, key, this.#importing.programme)
      if (row.problems.length === 0) references.add(kind, key, id)
      if (row.problems.length === 0 && known === undefined) fresh.push({ row, record })
      made.push({ ...one, record })
    }
    await this.#table.check?.(this.#importing.store.read, fresh)
    const rows: MadeRow<{ id: string }>[] = []
    for (const { row, key, hash: rowHash, record } of made) {
      if (row.problems.length > 0) {
        this.#refuse(row)
        continue
      }
      for (const { text, ...place } of row.notes) this.#importing.log.problem(text, place)
      rows.push({ key, hash: rowHash, record })
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
    // The next to await it learns of a failure; until then it is not unhandled.
    this.#merging.catch(() => {})
  }
}
