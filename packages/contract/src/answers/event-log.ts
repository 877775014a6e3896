// Generated from routes.ts; see generate.ts.
import { EventLogPage } from '../schemas/events.ts'

/** The schemas of the answers of `eventLog`; in brackets where pages hold them. */
export const answers = {
  list: EventLogPage,
}
