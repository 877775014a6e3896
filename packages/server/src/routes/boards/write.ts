import type { Board, BoardInput, BoardRow, Routes } from '@prmkit/contract'
import { boardTransitionsFrom } from '@prmkit/contract/rules'
import type { Call } from '../../http/call.ts'
import { ProblemError } from '../../problem.ts'
import { countingOf } from '../../rules/boards/counting.ts'
import { isEqual } from '../../rules/shared/is-equal.ts'
import { blankBoard, datedBoard, saidBoard, writtenBoard } from '../../rules/boards/write.ts'
import { fault } from '../../rules/content/write.ts'
import type { BoardRecord } from '../../store/boards.ts'
import { lockedForWriting } from '../content/act.ts'
import { contentWrites } from '../content/vendor-writes.ts'
import { rebuildBoard } from './rebuild.ts'
import { boardResource } from './resource.ts'
import { showBoardFor, type Asking } from './show-board.ts'

/** A board in an answer to its vendor. */
export async function answerBoard(
  call: Asking,
  board: BoardRecord,
): Promise<{ body: Board; revision: number; shows: { resource: string; id: string } }> {
  return {
    body: await showBoardFor(call, board),
    revision: board.revision,
    shows: { resource: boardResource.name, id: board.id },
  }
}

/** Refuses to change what a file describes: the next import would undo it. */
function refuse({ fromFile, id }: BoardRecord): void {
  if (!fromFile) return
  throw new ProblemError(
    'state-conflict',
    `The board “${id}” is described in boards.yaml. Change it there, and import it again.`,
  )
}

/** The operations by which the vendor writes boards. */
export const boardWrites = contentWrites<
  BoardRecord,
  BoardInput,
  BoardRow,
  Awaited<ReturnType<typeof answerBoard>>
>({
  resource: boardResource,
  table: (tables) => tables.boards,
  transitions: boardTransitionsFrom,
  blank: blankBoard,
  said: saidBoard,
  write: writtenBoard,
  settled: datedBoard,
  refuse,
  answer: answerBoard,
  async referenceErrors(tables, board) {
    const known = (await tables.programme.pointRules()).rules.map(({ id }) => id)
    // A board whose request names no rules counts all that there are.
    if (board.rules.length === 0) board.rules = known
    return board.rules.flatMap((rule, place) =>
      known.includes(rule)
        ? []
        : [fault(`/rules/${place}`, 'not-found', `Possible: ${known.join(', ') || 'none yet'}.`)],
    )
  },
  async changed(tables, changes, now) {
    for (const { after, before } of changes)
      if (!before || !isEqual(countingOf(before), countingOf(after)))
        await rebuildBoard(tables, after, now)
  },
})

/** Deletes a draft; a board that was ever published is retired instead. */
export async function removeBoard(call: Call<Routes['boards']['remove']>): Promise<void> {
  const { tables, caller, now, requestId } = call
  const board = await lockedForWriting(boardResource, call)
  refuse(board)
  if (board.status !== 'draft')
    throw new ProblemError(
      'state-conflict',
      `The board is ${board.status}. Only drafts are deleted; retire it.`,
    )
  await tables.boards.remove([board.id])
  await tables.audit.append({
    ...{ at: now, action: 'boards.removed', resource: boardResource.name, resourceId: board.id },
    ...{ requestId },
    ...(caller.kind === 'session' && { userId: caller.user.id, sessionId: caller.session.id }),
  })
}
