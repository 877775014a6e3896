import { fieldProblem } from '../../problem.ts'
import type { Paging } from '../store.ts'
import type { Page } from '../types.ts'

/** How a list is put in order: by a text, then by id. `list` keeps a cursor of one list out of another. */
export interface Order<Row> {
  list: string
  by(row: Row): string
  descending?: boolean
}

interface Place {
  by: string
  id: string
}

/**
 * The page after a place. Keeps only the rows of the page while it goes through all of them, so a
 * page of 100,000 needs no sorting of 100,000.
 */
export function pageOf<Row extends { id: string }>(
  rows: Iterable<Row>,
  order: Order<Row>,
  paging: Paging,
): Page<Row> {
  const sign = order.descending ? -1 : 1
  const start = decode(paging.cursor, order.list)
  const isAfter = (by: string, id: string, place: Place) =>
    sign * (by === place.by ? (id < place.id ? -1 : 1) : by < place.by ? -1 : 1) > 0
  const wanted = paging.limit + 1
  const found: (Place & { row: Row })[] = []
  let last: Place | undefined
  for (const row of rows) {
    const { id } = row
    const by = order.by(row)
    if (start && (id === start.id || !isAfter(by, id, start))) continue
    if (last && isAfter(by, id, last)) continue
    let low = 0
    for (let high = found.length; low < high;) {
      const middle = (low + high) >> 1
      const there = found[middle]
      if (there && isAfter(by, id, there)) low = middle + 1
      else high = middle
    }
    found.splice(low, 0, { by, id, row })
    if (found.length > wanted) found.pop()
    if (found.length === wanted) last = found.at(-1)
  }
  const shown = found.slice(0, paging.limit)
  const end = shown.at(-1)
  return {
    items: shown.map(({ row }) => row),
    ...(found.length > paging.limit && end && { nextCursor: encode(order.list, end) }),
  }
}

function encode(list: string, { by, id }: Place): string {
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
    if (name === list && typeof by === 'string' && typeof id === 'string') return { by, id }
  } catch {
    // A cursor that cannot be read is refused below, like one of another list.
  }
  throw fieldProblem([
    {
      pointer: '/cursor',
      code: 'invalid-format',
      detail: 'This cursor is of no page of this list; begin without one.',
    },
  ])
}
