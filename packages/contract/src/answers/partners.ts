// Generated from routes.ts; see generate.ts.
import { Partner } from '../schemas/partners.ts'

/** The schemas of the answers of `partners`; in brackets where pages hold them. */
export const answers = {
  list: [Partner],
}
