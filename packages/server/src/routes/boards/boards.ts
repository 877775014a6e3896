import type { Board, BoardEntryPage, Routes } from '@prmkit/contract'
import type { Call, Handlers } from '../../http/call.ts'
import { notFound } from '../../problem.ts'
import { isAbove } from '../../rules/boards/order.ts'
import { maySee, type Caller } from '../../rules/shared/callers.ts'
import type { BoardRecord, RankedScore, Sheet } from '../../store/boards.ts'
import type { Tables } from '../../store/store.ts'
import { isVendor } from '../content/reader.ts'
import { showEntries } from './entries.ts'
import { explain } from './explain.ts'
import { getMine, setMine } from './mine.ts'
import { markOf, readMark, type PageMark } from './place-marks.ts'
import { boardResource } from './resource.ts'
import { askedSheet, withheldIn } from './sheets.ts'
import { showBoardFor } from './show-board.ts'
import { answerBoard, boardWrites, removeBoard } from './write.ts'

export const boards: Handlers<'boards'> = {
  async list(call) {
    const { caller, tables, query, now } = call
    const wanted = isVendor(caller) ? (query.status ?? ['published']) : ['published']
    const all = (await tables.boards.all()).filter(({ status }) => wanted.includes(status))
    const items: Board[] = []
    for (const board of all)
      if (sees(caller, board, now)) items.push(await showBoardFor(call, board))
    return { body: { items } }
  },
  async get(call) {
    const board = await call.tables.boards.get(call.params.id)
    if (!board || !sees(call.caller, board, call.now)) throw notFound(boardResource.noun)
    return answerBoard(call, board)
  },
  listEntries,
  getMine,
  setMine,
  explain,
  ...boardWrites,
  remove: removeBoard,
}

/** Tells whether somebody may know of a board; the vendor also sees boards that are not published. */
function sees(caller: Caller, board: BoardRecord, now: string): boolean {
  if (isVendor(caller) && board.status !== 'published') return true
  return caller.kind === 'api-key' || maySee(caller, boardResource.owned(board, now))
}

async function listEntries(
  call: Call<Routes['boards']['listEntries']>,
): Promise<{ body: BoardEntryPage }> {
  const { tables, query } = call
  const { limit = 25, cursor } = query
  const asked = await askedSheet(call, call.params.id, query)
  const { sheet } = asked
  const mark = cursor === undefined ? undefined : await readMark(tables, sheet, cursor)
  const { entries: total, withheld } = await withheldIn(tables, asked)
  if (withheld) return { body: { items: [], total, withheld } }
  const { above, rows, below } = await pageAt(tables, sheet, limit, {
    mark,
    around: query.around && asked.me,
  })
  const items = await showEntries(call, asked, rows)
  const [next] = below
  const [first] = rows
  return {
    body: {
      ...{ items, total },
      ...(next && { nextCursor: await markOf(tables, sheet, { place: next, isBefore: false }) }),
      ...(first &&
        above.length > 0 && {
          previousCursor: await markOf(tables, sheet, { place: first, isBefore: true }),
        }),
    },
  }
}

/** The rows of a page, and the entries that are known to lie above and below them. */
async function pageAt(
  { boards: table }: Tables,
  sheet: Sheet,
  limit: number,
  { mark, around }: { mark: PageMark | undefined; around: string | undefined },
): Promise<Record<'above' | 'rows' | 'below', RankedScore[]>> {
  const mine = mark || around === undefined ? undefined : await table.standing(sheet, around)
  const at = mark?.place ?? mine
  // One more entry on either side tells whether there is another page.
  const wanted = mine ? limit : mark?.isBefore ? limit + 1 : 1
  const found = await table.entries(sheet, {
    ...(at && { at }),
    ...{ above: wanted, below: mark?.isBefore ? 1 : limit + 1 },
  })
  const place = at ? found.filter((entry) => isAbove(entry, at)).length : 0
  const half = Math.floor((limit - 1) / 2)
  const above = mine ? Math.max(half, limit - (found.length - place)) : mark?.isBefore ? limit : 0
  const start = Math.max(0, place - above)
  const end = mark?.isBefore ? place : start + limit
  return {
    ...{ above: found.slice(0, start), rows: found.slice(start, end) },
    below: found.slice(end),
  }
}
