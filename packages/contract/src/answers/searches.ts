// Generated from routes.ts; see generate.ts.
import { SearchEntry } from '../schemas/search-entries.ts'

/** The schemas of the answers of `searches`; in brackets where pages hold them. */
export const answers = {
  list: [SearchEntry],
}
