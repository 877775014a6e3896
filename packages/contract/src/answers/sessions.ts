// Generated from routes.ts; see generate.ts.
import { Session } from '../schemas/sessions.ts'

/** The schemas of the answers of `sessions`; in brackets where pages hold them. */
export const answers = {
  create: Session,
}
