import { conceal, reveal } from '../../auth/conceal.ts'
import { fieldProblem } from '../../problem.ts'
import type { Place, Sheet } from '../../store/boards.ts'
import type { Tables } from '../../store/store.ts'

/** The side of a place on which a page lies: the page begins at the place, or ends before it. */
export interface PageMark {
  place: Place
  isBefore: boolean
}

/**
 * The cursor of a page next to a place. The place may be of somebody hidden, so nobody but this server
 * can read the cursor, no two of them are alike, and it leads nowhere in another period, group or
 * board, where the same somebody may be shown.
 */
export async function markOf(
  tables: Tables,
  sheet: Sheet,
  { place, isBefore }: PageMark,
): Promise<string> {
  const { score, tie } = place
  return conceal(tables, nameOf(sheet), JSON.stringify([score, tie, isBefore]))
}

/** Reads the cursor of a page; refuses one that this server has not made for this sheet. */
export async function readMark(tables: Tables, sheet: Sheet, cursor: string): Promise<PageMark> {
  const text = await reveal(tables, nameOf(sheet), cursor)
  if (text !== undefined) {
    const [score, tie, isBefore] = JSON.parse(text) as [number, string, boolean]
    return { place: { score, tie }, isBefore }
  }
  throw fieldProblem([
    {
      pointer: '/cursor',
      code: 'invalid-format',
      detail: 'This cursor is of no page of this list; begin without one.',
    },
  ])
}

const nameOf = ({ boardId, period, group }: Sheet) => JSON.stringify([boardId, period, group])
