// Generated from routes.ts; see generate.ts.
import { Download, File, Upload } from '../schemas/files.ts'

/** The schemas of the answers of `files`; in brackets where pages hold them. */
export const answers = {
  create: Upload,
  get: File,
  complete: File,
  download: Download,
}
