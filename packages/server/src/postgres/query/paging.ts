import { fieldProblem } from '../../problem.ts'
import type { Page } from '../../store/types.ts'

/** An opaque mark of a place in a list: the values that the list is sorted by, in the database's own words. */
export function encodeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** The words of a mark, each of which must pass its test; a mark from elsewhere is refused. */
export function decodeCursor(
  cursor: string | undefined,
  tests: readonly ((word: string) => boolean)[],
): string[] | undefined {
  if (cursor === undefined) return undefined
  const parts = parse(Buffer.from(cursor, 'base64url').toString())
  const fits =
    Array.isArray(parts) &&
    parts.length === tests.length &&
    tests.every((test, index) => test(String(parts[index])))
  if (fits) return parts.map(String)
  throw fieldProblem([
    {
      pointer: '/cursor',
      code: 'invalid-format',
      detail: 'This cursor is of no page of this list; begin without one.',
    },
  ])
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const instantPattern =
  /^(\d{4}-\d\d-\d\d) ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/

/** Tells whether PostgreSQL can have written this for an instant, in whatever time zone. */
export function isInstant(text: string): boolean {
  const [, day] = instantPattern.exec(text) ?? []
  return text === 'infinity' || (day !== undefined && isDate(day))
}

/** Tells whether PostgreSQL can have written this for a civil date; it knows no year 0. */
export function isDate(text: string): boolean {
  if (text === 'infinity') return true
  if (!/^(?!0000)\d{4}-\d\d-\d\d$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** Tells whether PostgreSQL can keep this text. */
export function isPlain(text: string): boolean {
  return !/[\0\ud800-\udfff]/u.test(text)
}

/** Tells whether PostgreSQL can have written this for a whole number. */
export function isWhole(text: string): boolean {
  return /^\d{1,18}$/.test(text)
}

/** A page from one row more than were asked for, the last words of which mark where it ends. */
export function pageOf<Row extends { record: unknown; place: string[] }>(
  rows: readonly Row[],
  limit: number,
): Page<Row['record']> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ record }) => record),
    ...(rows.length > limit && last && { nextCursor: encodeCursor(last.place) }),
  }
}
