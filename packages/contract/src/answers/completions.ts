// Generated from routes.ts; see generate.ts.
import { BulkResult } from '../schemas/bulk.ts'

/** The schemas of the answers of `completions`; in brackets where pages hold them. */
export const answers = {
  bulk: BulkResult,
}
