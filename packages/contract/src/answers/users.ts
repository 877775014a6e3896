// Generated from routes.ts; see generate.ts.
import { User, UserErasure, UserExport } from '../schemas/users.ts'

/** The schemas of the answers of `users`; in brackets where pages hold them. */
export const answers = {
  list: [User],
  export: UserExport,
  erase: UserErasure,
}
