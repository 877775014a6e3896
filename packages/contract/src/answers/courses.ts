// Generated from routes.ts; see generate.ts.
import { BulkResult } from '../schemas/bulk.ts'
import { Course } from '../schemas/training/courses.ts'

/** The schemas of the answers of `courses`; in brackets where pages hold them. */
export const answers = {
  list: [Course],
  get: Course,
  create: Course,
  update: Course,
  act: Course,
  bulk: BulkResult,
}
