import type { Board, BoardEntryPage, Routes } from '@prmkit/contract'
import type { Call, Handlers } from '../../http/call.ts'
import { fieldProblem } from '../../problem.ts'
import { visibleRecord } from '../../resource.ts'
import { showBoard } from '../../rules/boards/show.ts'
import { periodsOf } from '../../rules/boards/periods.ts'
import { maySee } from '../../rules/shared/callers.ts'
import type { BoardRecord } from '../../store/boards.ts'
import { settingsFor, type Reading } from '../shared/programme.ts'
import { showEntries } from './entries.ts'
import { explain } from './explain.ts'
import { getMine, setMine } from './mine.ts'
import { boardResource } from './resource.ts'
import { askedSheet, fieldsFor, ownField, withheldIn, type Asked } from './sheets.ts'

export const boards: Handlers<'boards'> = {
  async list(call) {
    const all = await call.tables.boards.all()
    const seen = all.filter((board) => maySee(call.caller, boardResource.owned(board, call.now)))
    const items: Board[] = []
    for (const board of seen) items.push(await show(call, board))
    return { body: { items } }
  },
  async get(call) {
    const board = await visibleRecord(boardResource, call, call.params.id)
    return { body: await show(call, board), revision: board.revision }
  },
  listEntries,
  getMine,
  setMine,
  explain,
}

async function show(call: Reading, board: BoardRecord): Promise<Board> {
  const { caller, tables, now } = call
  const { localised, language } = await settingsFor(call)
  const zone = localised.timeZone
  const { rules } = await tables.programme.pointRules()
  const period = periodsOf(board, now, zone)[0]?.id ?? ''
  const fields =
    board.scope === 'all'
      ? {}
      : caller.partnerId === undefined
        ? { groups: await options(call, board, await fieldsFor(tables, board, caller, period)) }
        : await ownOption(call, board, caller.partnerId, period)
  return showBoard(board, rules, { language, now, zone }, fields)
}

async function ownOption(call: Reading, board: BoardRecord, partnerId: string, period: string) {
  const own = await ownField(call.tables, board, partnerId, { period, now: call.now })
  const [group] = await options(call, board, own === '' ? [] : [own])
  return { ...(group && { group }) }
}

/** Fields with their names: a distributor's or a team's is its company's, a tier's the vendor's word. */
async function options(
  call: Reading,
  { scope }: BoardRecord,
  values: readonly string[],
): Promise<NonNullable<Board['groups']>> {
  const { tables } = call
  const companies =
    scope === 'team' || scope === 'distributor' ? await tables.partners.many([...values]) : []
  const tiers = scope === 'tier' ? (await tables.programme.tiers()).tiers : []
  const { language } = await settingsFor(call)
  return values.map((value) => ({
    value,
    label:
      companies.find(({ id }) => id === value)?.name ??
      tiers.find(({ id }) => id === value)?.names[language] ??
      (value === '' ? '–' : value),
  }))
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
