// Generated from routes.ts; see generate.ts.
import { PointEvent } from '../schemas/boards/points.ts'
import { BulkResult } from '../schemas/bulk.ts'

/** The schemas of the answers of `points`; in brackets where pages hold them. */
export const answers = {
  list: [PointEvent],
  bulk: BulkResult,
  reverse: PointEvent,
}
