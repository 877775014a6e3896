// Generated from routes.ts; see generate.ts.
import { SearchEntry } from '../schemas/articles/search-entries.ts'

/** The schemas of the answers of `searches`; in brackets where pages hold them. */
export const answers = {
  list: [SearchEntry],
}
