// Generated from routes.ts; see generate.ts.
import { RequirementList } from '../schemas/training/awards.ts'

/** The schemas of the answers of `requirements`; in brackets where pages hold them. */
export const answers = {
  list: RequirementList,
}
