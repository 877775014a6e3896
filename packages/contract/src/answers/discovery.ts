// Generated from routes.ts; see generate.ts.
import { Discovery } from '../schemas/discovery.ts'

/** The schemas of the answers of `discovery`; in brackets where pages hold them. */
export const answers = {
  get: Discovery,
}
