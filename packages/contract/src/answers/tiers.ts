// Generated from routes.ts; see generate.ts.
import { TierChange, TierList, TierStanding } from '../schemas/boards/tiers.ts'

/** The schemas of the answers of `tiers`; in brackets where pages hold them. */
export const answers = {
  list: TierList,
  getMine: TierStanding,
  get: TierStanding,
  set: TierStanding,
  listChanges: [TierChange],
}
