// Generated from routes.ts; see generate.ts.
import { Award } from '../schemas/awards.ts'

/** The schemas of the answers of `awards`; in brackets where pages hold them. */
export const answers = {
  list: [Award],
  get: Award,
  act: Award,
}
