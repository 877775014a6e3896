// Generated from routes.ts; see generate.ts.
import { BulkResult } from '../schemas/bulk.ts'
import { PointEvent } from '../schemas/points.ts'

/** The schemas of the answers of `points`; in brackets where pages hold them. */
export const answers = {
  list: [PointEvent],
  bulk: BulkResult,
  reverse: PointEvent,
}
