// Generated from routes.ts; see generate.ts.
import { Download } from '../schemas/files.ts'
import { Award } from '../schemas/training/awards.ts'

/** The schemas of the answers of `awards`; in brackets where pages hold them. */
export const answers = {
  list: [Award],
  get: Award,
  download: Download,
  share: Award,
  act: Award,
}
