// Generated from routes.ts; see generate.ts.
import { TrainingClass } from '../schemas/training/classes.ts'

/** The schemas of the answers of `classes`; in brackets where pages hold them. */
export const answers = {
  list: [TrainingClass],
  get: TrainingClass,
  book: TrainingClass,
  cancel: TrainingClass,
  attend: TrainingClass,
}
