// Generated from routes.ts; see generate.ts.
import { Bundle } from '../schemas/assets/bundles.ts'

/** The schemas of the answers of `bundles`; in brackets where pages hold them. */
export const answers = {
  create: Bundle,
  get: Bundle,
}
