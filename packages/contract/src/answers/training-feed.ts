// Generated from routes.ts; see generate.ts.
import { TrainingFeed } from '../schemas/training/training-feed.ts'

/** The schemas of the answers of `trainingFeed`; in brackets where pages hold them. */
export const answers = {
  get: TrainingFeed,
  create: TrainingFeed,
}
