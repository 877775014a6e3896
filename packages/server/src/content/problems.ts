import type { Log } from '../log.ts'
import { beginning } from '../rules/shared/beginning.ts'

/** A place in a vendor's files; the file is named where a table has several. */
export interface Place {
  file?: string
  line?: number
  column?: string
}

/** Something in a vendor's file that could not be used, or was used differently than written. */
export interface Problem extends Place {
  file: string
  text: string
}

/** Writes a problem as one line: where it is, what was found, and what to write instead. */
export function describe({ file, line, column, text }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}`
  return column === undefined ? `${place}: ${text}` : `${place}, column ${column}: ${text}`
}

/** The counts of one file. `bad` counts rows that were left out. */
export interface FileReport {
  file: string
  added: number
  changed: number
  unchanged: number
  bad: number
}

/** The result of an import, file by file, and the first problems of each. */
export interface ContentReport {
  files: FileReport[]
  problems: Problem[]
}

/** The most problems of one file that are printed and kept; the rest is only counted. */
export const problemLimit = 100

/** Counts and prints while a file is read. */
export class FileLog {
  readonly report: FileReport
  readonly problems: Problem[] = []
  #log: Log
  #seen = 0
  #waiting: Problem[] = []

  constructor(file: string, log: Log) {
    this.report = { file, added: 0, changed: 0, unchanged: 0, bad: 0 }
    this.#log = log
  }

  problem(text: string, place: Place = {}): void {
    this.#seen++
    if (this.#seen <= problemLimit) this.#waiting.push({ file: this.report.file, ...place, text })
  }

  /** Tells why a row was left out. */
  bad(text: string, place: Place): undefined {
    this.report.bad++
    this.problem(text, place)
  }

  /** Prints the problems that have gathered, in the order of files and lines. */
  flush(): void {
    const inOrder = this.#waiting.toSorted((one, other) =>
      one.file === other.file
        ? (one.line ?? 0) - (other.line ?? 0)
        : one.file.localeCompare(other.file, 'en'),
    )
    this.#waiting = []
    this.problems.push(...inOrder)
    for (const problem of inOrder) this.#log.warn({}, describe(problem))
  }

  /** Prints the sum of the file. */
  end(): void {
    this.flush()
    const { file, added, changed, unchanged, bad } = this.report
    if (this.#seen > problemLimit)
      this.#log.warn({}, `${file}: and ${this.#seen - problemLimit} more problems.`)
    this.#log.info(
      { file, added, changed, unchanged, bad },
      `${file}: ${added} added, ${changed} changed, ${unchanged} unchanged, ${bad} bad.`,
    )
  }
}

const shown = 60

/** A value of a file in quotation marks, cut and without what would confuse a terminal. */
export function quoted(value: string): string {
  const clean = value.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd')
  return `“${clean.length > shown ? `${beginning(clean, shown)}…` : clean}”`
}

/** “; did you mean “x”?” for the name that comes closest, or nothing. */
export function suggestion(name: string, known: Iterable<string>): string {
  let best: string | undefined
  let least = Math.max(2, Math.floor(name.length / 3)) + 1
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), least)
    if (distance < least) [best, least] = [candidate, distance]
  }
  return best === undefined ? '' : ` Did you mean “${best}”?`
}

function editDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) >= limit) return limit
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const swap = one[i - 1] === other[j - 1] ? 0 : 1
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + swap))
    }
    row = next
  }
  return row[other.length]!
}
