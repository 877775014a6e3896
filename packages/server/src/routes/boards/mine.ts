import type { BoardMine, Routes } from '@prmkit/contract'
import type { Call, Reply } from '../../http/call.ts'
import { requireRevision } from '../../http/headers.ts'
import { ProblemError } from '../../problem.ts'
import { kindOf, periodsOf } from '../../rules/boards/periods.ts'
import { rankOf } from '../../rules/boards/show.ts'
import { isShown, mayChoose } from '../../rules/boards/visibility.ts'
import type { BoardChoice, Standing } from '../../store/boards.ts'
import type { Reading } from '../shared/programme.ts'
import { namesAndPast, showEntries } from './entries.ts'
import { boardResource } from './resource.ts'
import { askedSheet, peersOf, withheldIn, type Asked } from './sheets.ts'

type Boards = Routes['boards']

/** The most periods in the history of one's own sums. */
const mostPeriods = 13

/** Entries that are shown above and below one's own. */
const near = 2

export async function getMine(call: Call<Boards['getMine']>): Promise<Reply<BoardMine>> {
  const asked = await askedSheet(call, call.params.id, call.query)
  const choice = await call.tables.boards.choice(asked.board.id, asked.me ?? '')
  return answer(call, asked, choice)
}

/** Keeps the caller's choice, which decides at once how the caller’s scores are shown in every period. */
export async function setMine(call: Call<Boards['setMine']>): Promise<Reply<BoardMine>> {
  const { tables, caller, body, now } = call
  const asked = await askedSheet(call, call.params.id, {})
  const { board, me = '' } = asked
  const before = await tables.boards.lockChoice(board.id, me)
  requireRevision(call.revisions, before.revision)
  if (!mayChoose(board, caller))
    throw new ProblemError(
      'forbidden',
      board.identity === 'own_only'
        ? 'This board shows nobody to others; there is nothing to decide.'
        : 'Only an administrator decides whether a company is shown.',
    )
  const choice = { visible: body.visible, revision: before.revision + 1 }
  await tables.boards.choose(board.id, me, choice)
  await tables.boards.pulse([board.id], [])
  await tables.audit.append({
    ...{ at: now, userId: caller.user.id, sessionId: caller.session.id },
    ...(caller.partnerId !== undefined && { partnerId: caller.partnerId }),
    ...{ action: body.visible ? 'board.shown' : 'board.hidden', resource: boardResource.name },
    ...{ resourceId: board.id, requestId: call.requestId },
  })
  return answer(call, asked, choice)
}

async function answer(call: Reading, asked: Asked, choice: BoardChoice): Promise<Reply<BoardMine>> {
  const { tables, caller } = call
  const { board, sheet, me = '' } = asked
  const { entries, withheld } = await withheldIn(tables, asked)
  const standing = await tables.boards.standing(sheet, me)
  const rows =
    standing && !withheld
      ? await tables.boards.entries(sheet, { at: standing, above: near, below: near + 1 })
      : []
  const { past } = await namesAndPast(call, asked, standing ? [standing] : [])
  const before = past.get(me)
  const rank = standing && rankOf(board, standing)
  const toNext = standing && !withheld ? await distanceToNext(call, asked, standing) : undefined
  return {
    body: {
      ...{ revision: choice.revision, period: sheet.period, of: entries },
      ...{ value: standing?.score ?? 0, ties: withheld ? 0 : (standing?.ties ?? 0) },
      ...(rank !== undefined && { rank }),
      ...(rank !== undefined && before && { change: rankOf(board, before) - rank }),
      ...(toNext !== undefined && { toNext }),
      visible: board.identity !== 'own_only' && (choice.visible ?? isShown(board.identity)),
      editableFields: mayChoose(board, caller) ? ['/visible'] : [],
      neighbours: await showEntries(call, asked, rows),
      ...(withheld && { withheld }),
      history: await historyOf(call, asked),
    },
    revision: choice.revision,
    shows: { resource: boardResource.name, id: board.id },
  }
}

/** The distance to the next greater value, where the last entry with that value is shown. */
async function distanceToNext(
  call: Reading,
  asked: Asked,
  { above, score }: Standing,
): Promise<number | undefined> {
  if (above === 0) return undefined
  const at = { score, tie: '' }
  const [next] = await call.tables.boards.entries(asked.sheet, { at, above: 1, below: 0 })
  const [shown] = next ? await showEntries(call, asked, [next]) : []
  return shown?.value === undefined ? undefined : shown.value - score
}

/** The caller's values in the periods of the same kind, the oldest first. */
async function historyOf(
  { tables, caller, now }: Reading,
  { board, sheet, me = '', zone }: Asked,
): Promise<BoardMine['history']> {
  const kind = kindOf(sheet.period)
  const periods = periodsOf(board, now, zone)
    .filter((period) => period.kind === kind)
    .map(({ id }) => id)
    .slice(0, mostPeriods)
    .toReversed()
  const sheets = []
  for (const period of periods) {
    const group = await peersOf(tables, board, caller.partnerId ?? '', { period, now })
    sheets.push({ boardId: board.id, period, group })
  }
  const values = await tables.boards.scores(sheets, me)
  return periods.map((period, index) => ({ period, value: values[index] ?? 0 }))
}
