// Generated from routes.ts; see generate.ts.
import { Form } from '../schemas/forms.ts'

/** The schemas of the answers of `forms`; in brackets where pages hold them. */
export const answers = {
  get: Form,
}
