// Generated from routes.ts; see generate.ts.
import { BulkResult } from '../schemas/bulk.ts'
import { Certification } from '../schemas/training/certifications.ts'

/** The schemas of the answers of `certifications`; in brackets where pages hold them. */
export const answers = {
  list: [Certification],
  get: Certification,
  create: Certification,
  update: Certification,
  act: Certification,
  bulk: BulkResult,
}
