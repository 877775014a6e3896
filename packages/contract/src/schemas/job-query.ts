import * as z from 'zod/mini'
import { JobStatus } from './background-jobs.ts'
import { Id, line } from './common.ts'
import { paging } from './pages.ts'

/** The query of a list of jobs. */
export const JobQuery = z.strictObject({
  ...paging,
  /** Jobs in one of these states. */
  status: z.optional(z.array(JobStatus).check(z.maxLength(4))),
  /** Jobs of this kind. */
  kind: z.optional(line(64)),
  /** Jobs for this record. */
  resourceId: z.optional(Id),
})
export type JobQuery = z.infer<typeof JobQuery>
