import type { Board, BoardEntryPage, Routes } from '@prmkit/contract'
import type { Call, Handlers } from '../../http/call.ts'
import { fieldProblem, notFound } from '../../problem.ts'
import { maySee, type Caller } from '../../rules/shared/callers.ts'
import type { BoardRecord } from '../../store/boards.ts'
import { isVendor } from '../content/reader.ts'
import { showEntries } from './entries.ts'
import { explain } from './explain.ts'
import { getMine, setMine } from './mine.ts'
import { boardResource } from './resource.ts'
import { askedSheet, withheldIn, type Asked } from './sheets.ts'
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

/** Tells whether somebody may know of a board; its vendor also of one that is not published. */
function sees(caller: Caller, board: BoardRecord, now: string): boolean {
  if (isVendor(caller) && board.status !== 'published') return true
  return caller.kind === 'api-key' || maySee(caller, boardResource.owned(board, now))
}

async function listEntries(
  call: Call<Routes['boards']['listEntries']>,
): Promise<{ body: BoardEntryPage }> {
  const { tables, query } = call
  const { limit = 25 } = query
  const place = placeOf(query.cursor)
  const asked = await askedSheet(call, call.params.id, query)
  const { entries: total, withheld } = await withheldIn(tables, asked)
  if (withheld) return { body: { items: [], total, withheld } }
  const start = place ?? (await startOf(call, asked, limit, total))
  const rows = await tables.boards.entries(asked.sheet, start, limit)
  const items = await showEntries(call, asked, rows)
  const end = start + rows.length
  return {
    body: {
      ...{ items, total },
      ...(end < total && { nextCursor: cursorAt(end) }),
      ...(start > 0 && { previousCursor: cursorAt(Math.max(0, start - limit)) }),
    },
  }
}

/** A mark names a place by its number alone: nothing in it tells of an entry, hidden or not. */
const cursorAt = (ordinal: number) => `at-${ordinal}`

function placeOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined
  const [, ordinal] = /^at-(\d{1,12})$/.exec(cursor) ?? []
  if (ordinal !== undefined) return Number(ordinal)
  throw fieldProblem([
    {
      pointer: '/cursor',
      code: 'invalid-format',
      detail: 'This cursor is of no page of this list; begin without one.',
    },
  ])
}

async function startOf(
  { tables, query }: Call<Routes['boards']['listEntries']>,
  { sheet, me }: Asked,
  limit: number,
  total: number,
): Promise<number> {
  const { around } = query
  if (around === undefined || me === undefined) return 0
  const mine = await tables.boards.standing(sheet, me)
  if (!mine) return 0
  const first = mine.ordinal - Math.floor((limit - 1) / 2)
  return Math.max(0, Math.min(first, total - limit))
}
