// Generated from routes.ts; see generate.ts.
import { Enrolment, EnrolmentList, Launch } from '../schemas/training/enrolments.ts'

/** The schemas of the answers of `enrolments`; in brackets where pages hold them. */
export const answers = {
  list: [Enrolment],
  get: Enrolment,
  create: EnrolmentList,
  launch: Launch,
  act: Enrolment,
}
