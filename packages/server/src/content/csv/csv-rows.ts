import type { CsvRow } from './csv.ts'
import { Header } from './header.ts'
import type { FileLog } from '../problems.ts'
import { Row, type Reading } from './row.ts'
import type { Table } from './table.ts'

// PGlite's memory grows with the largest statement and never shrinks.
const batchRows = 2000
const batchLength = 500_000

/** The rows of a CSV file that have the cells of its header, in batches that a transaction can take. */
export async function* csvRows(
  { columns }: Table,
  found: AsyncIterable<CsvRow[]>,
  reading: Reading,
  log: FileLog,
): AsyncGenerator<Row[]> {
  let header: Header | undefined
  let batch: Row[] = []
  let length = 0
  for await (const some of found)
    for (const one of some) {
      if (!header) {
        if (one.problem !== undefined) return log.problem(one.problem, { line: one.line })
        header = new Header(one.cells, columns)
        for (const { text } of header.problems) log.problem(text, { line: one.line })
        if (!header.complete) return
        continue
      }
      const row = rowOf(one, header, reading, log)
      if (!row) continue
      batch.push(row)
      for (const cell of one.problem === undefined ? one.cells : []) length += cell.length
      if (batch.length < batchRows && length < batchLength) continue
      yield batch
      batch = []
      length = 0
    }
  if (batch.length > 0) yield batch
}

function rowOf(found: CsvRow, header: Header, reading: Reading, log: FileLog): Row | undefined {
  if (found.problem !== undefined) return log.bad(found.problem, { line: found.line })
  const { cells, line } = found
  const extra = cells.slice(header.width).some((cell) => cell.trim() !== '')
  if (cells.length >= header.width && !extra) return new Row(header, { line }, cells, reading)
  return log.bad(`The row has ${cells.length} cells, the first row ${header.width}.`, { line })
}
