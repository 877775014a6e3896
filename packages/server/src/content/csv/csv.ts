import { detectDelimiter, splitCells, statedDelimiter } from './csv-cells.ts'
import { quoted } from '../problems.ts'

/** One row of a CSV file with the line on which it begins, or what is wrong with it. */
export type CsvRow =
  | { line: number; cells: string[]; problem?: undefined }
  | { line: number; cell?: number; problem: string }

// A quote that is never closed would swallow the rest of the file.
const linesLimit = 200
const lengthLimit = 200_000

/**
 * The rows of a CSV file (RFC 4180), the header first, in bounded memory whatever the file holds.
 * Separator and line end are told from the header. After a row that cannot be read it goes on with
 * the next line, so that one stray quote costs one row.
 */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<CsvRow[]> {
  const rows = new Rows()
  for await (const batch of lines(text)) {
    const found = rows.take(batch)
    if (found.length > 0) yield found
  }
  const last = rows.end()
  if (last.length > 0) yield last
}

class Rows {
  #line = 0
  #delimiter: string | undefined
  #columns = 0
  /** The lines of a record whose quote is still open. */
  #open: string[] = []
  #openLength = 0
  #found: CsvRow[] = []

  take(batch: readonly string[]): CsvRow[] {
    this.#found = []
    for (const line of batch) this.#next(line)
    return this.#found
  }

  end(): CsvRow[] {
    this.#found = []
    while (this.#open.length > 0) this.#giveUp('A quote is opened here and never closed.')
    return this.#found
  }

  #next(line: string): void {
    if (this.#delimiter === undefined && !this.#begin(line)) return
    const delimiter = this.#delimiter!
    if (this.#open.length > 0) {
      this.#open.push(line)
      this.#openLength += line.length + 1
      if (line.includes('"')) this.#close(delimiter)
      else if (this.#open.length > linesLimit || this.#openLength > lengthLimit)
        this.#giveUp(`A quote is opened here and not closed within ${linesLimit} lines.`)
      return
    }
    this.#line++
    if (line.length > lengthLimit) {
      const columns = line.split(delimiter).length
      const problem = `The line has more than ${lengthLimit} characters, in at least ${columns} columns.`
      this.#found.push({ line: this.#line, problem })
      return
    }
    const result = splitCells(line, delimiter)
    if ('open' in result) this.#keepOpen([line])
    else if ('afterQuote' in result) this.#afterQuote(this.#line, result)
    else if (!isBlank(line, result.cells)) this.#emit(this.#line, result.cells)
  }

  /** Learns the separator from the first line; false when that line is not the header itself. */
  #begin(line: string): boolean {
    if (line.trim() === '') {
      this.#line++
      return false
    }
    this.#delimiter = detectDelimiter(line)
    if (statedDelimiter(line) === undefined) return true
    this.#line++
    return false
  }

  #keepOpen(lines: string[]): void {
    this.#open = lines
    this.#openLength = lines.reduce((sum, line) => sum + line.length + 1, 0)
    this.#line += lines.length - 1
  }

  #close(delimiter: string): void {
    const result = splitCells(this.#open.join('\n'), delimiter)
    if ('open' in result) {
      if (this.#open.length > linesLimit || this.#openLength > lengthLimit)
        this.#giveUp(`A quote is opened here and not closed within ${linesLimit} lines.`)
      return
    }
    if ('afterQuote' in result || (this.#columns > 0 && result.cells.length !== this.#columns))
      return this.#giveUp('A quote is opened here and closed at a place that makes no sense.')
    const first = this.#line
    this.#line += this.#open.length - 1
    this.#open = []
    this.#emit(first, result.cells)
  }

  /** Leaves out the line that opened the quote and reads the lines after it afresh. */
  #giveUp(problem: string): void {
    const [, ...rest] = this.#open
    this.#open = []
    this.#found.push({ line: this.#line, problem })
    for (const line of rest) this.#next(line)
  }

  #afterQuote(line: number, { afterQuote, cell }: { afterQuote: string; cell: number }): void {
    const problem = `${quoted(afterQuote)} follows a closing quote. Write a quote inside quotes twice.`
    this.#found.push({ line, cell, problem })
  }

  #emit(line: number, cells: string[]): void {
    this.#columns ||= cells.length
    this.#found.push({ line, cells })
  }
}

function isBlank(line: string, cells: readonly string[]): boolean {
  return line.trim() === '' || cells.every((cell) => cell.trim() === '')
}

/** The lines of a text, in batches; ends are LF, CRLF or, where a file has nothing else, CR. */
async function* lines(text: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = ''
  let end: '\n' | '\r' | undefined
  for await (const piece of text) {
    rest += piece
    end ??= lineEnd(rest) ?? (rest.length > lengthLimit ? '\n' : undefined)
    if (end === undefined) continue
    const found = rest.split(end)
    rest = found.pop()!
    // A line without an end would be held whole; what is too long to be used is cut.
    if (rest.length > 2 * lengthLimit) rest = rest.slice(0, lengthLimit + 1)
    if (end === '\n')
      for (const [index, line] of found.entries())
        if (line.endsWith('\r')) found[index] = line.slice(0, -1)
    yield found
  }
  if (rest !== '') yield rest.split(/\r\n?|\n/)
}

function lineEnd(text: string): '\n' | '\r' | undefined {
  if (text.includes('\n')) return '\n'
  // A CR at the very end may be the first half of CRLF.
  const at = text.indexOf('\r')
  return at !== -1 && at < text.length - 1 ? '\r' : undefined
}
