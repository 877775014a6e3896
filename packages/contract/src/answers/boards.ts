// Generated from routes.ts; see generate.ts.
import { Board, BoardEntry, BoardList, BoardMine } from '../schemas/boards/boards.ts'
import { PointEvent } from '../schemas/boards/points.ts'
import { BulkResult } from '../schemas/bulk.ts'

/** The schemas of the answers of `boards`; in brackets where pages hold them. */
export const answers = {
  list: BoardList,
  get: Board,
  listEntries: [BoardEntry],
  getMine: BoardMine,
  setMine: BoardMine,
  explain: [PointEvent],
  create: Board,
  update: Board,
  act: Board,
  bulk: BulkResult,
}
