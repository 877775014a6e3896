// Generated from routes.ts; see generate.ts.
import { Job } from '../schemas/background-jobs.ts'

/** The schemas of the answers of `jobs`; in brackets where pages hold them. */
export const answers = {
  list: [Job],
}
