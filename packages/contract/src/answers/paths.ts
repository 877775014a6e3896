// Generated from routes.ts; see generate.ts.
import { Path } from '../schemas/training/paths.ts'

/** The schemas of the answers of `paths`; in brackets where pages hold them. */
export const answers = {
  list: [Path],
  get: Path,
}
