// Generated from routes.ts; see generate.ts.
import { Me } from '../schemas/users.ts'

/** The schemas of the answers of `me`; in brackets where pages hold them. */
export const answers = {
  get: Me,
}
