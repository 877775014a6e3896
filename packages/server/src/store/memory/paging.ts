import { fieldProblem } from '../../problem.ts'
import type { Paging } from '../store.ts'
import type { Page } from '../types.ts'

/** Where a record stands in a list: what it is sorted by, then its id. */
export type Place = readonly [by: string, id: string]

/** How a list is put in order. `list` keeps a cursor of one list out of another. */
export interface Order<Row> {
  list: string
  place(row: Row): Place
  descending?: boolean
}

function compare(one: Place, other: Place): number {
  if (one[0] !== other[0]) return one[0] < other[0] ? -1 : 1
  return one[1] === other[1] ? 0 : one[1] < other[1] ? -1 : 1
}

/**
 * The page after a place. Keeps only the rows of the page while it goes through all of them, so a
 * page of 100,000 needs no sorting of 100,000.
 */
export function pageOf<Row>(rows: Iterable<Row>, order: Order<Row>, paging: Paging): Page<Row> {
  const sign = order.descending ? -1 : 1
  const after = decode(paging.cursor, order.list)
  const wanted = paging.limit + 1
  const found: { row: Row; place: Place }[] = []
  for (const row of rows) {
    const place = order.place(row)
    if (after && sign * compare(place, after) <= 0) continue
    const last = found.at(-1)
    if (found.length === wanted && last && sign * compare(place, last.place) >= 0) continue
    let low = 0
    let high = found.length
    while (low < high) {
      const middle = (low + high) >> 1
      const there = found[middle]
      if (there && sign * compare(place, there.place) > 0) low = middle + 1
      else high = middle
    }
    found.splice(low, 0, { row, place })
    if (found.length > wanted) found.pop()
  }
  const shown = found.slice(0, paging.limit)
  const last = shown.at(-1)
  return {
    items: shown.map(({ row }) => row),
    ...(found.length > paging.limit && last && { nextCursor: encode(order.list, last.place) }),
  }
}

function encode(list: string, [by, id]: Place): string {
  const bytes = new TextEncoder().encode(JSON.stringify([list, by, id]))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function decode(cursor: string | undefined, list: string): Place | undefined {
  if (cursor === undefined) return undefined
  try {
    const text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0))
    const [name, by, id] = JSON.parse(new TextDecoder().decode(bytes)) as unknown[]
    if (name === list && typeof by === 'string' && typeof id === 'string') return [by, id]
  } catch {
    // Refused below, like every mark from elsewhere.
  }
  throw fieldProblem([
    {
      pointer: '/cursor',
      code: 'invalid-format',
      detail: 'This cursor is of no page of this list; begin without one.',
    },
  ])
}
