// Generated from routes.ts; see generate.ts.
import { Share } from '../schemas/assets/shares.ts'

/** The schemas of the answers of `shares`; in brackets where pages hold them. */
export const answers = {
  list: [Share],
  create: Share,
  update: Share,
  revoke: Share,
}
