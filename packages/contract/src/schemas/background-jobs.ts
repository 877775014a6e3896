import * as z from 'zod/mini'
import { Id, Instant, line, paging } from './common.ts'

/** The states of work that goes on behind the requests. */
export const JobStatus = z.enum(['waiting', 'running', 'done', 'failed'])
export type JobStatus = z.infer<typeof JobStatus>

/** A piece of work that goes on behind the requests. */
export const Job = z.object({
  /** The job’s id. */
  id: Id,
  /** The kind of work, for example `render-article`. */
  kind: z.string(),
  /** The resource of the record that it is for. */
  resource: z.string(),
  /** The record that it is for. */
  resourceId: Id,
  /** The state of the work. */
  status: JobStatus,
  /** How often it was begun. */
  attempts: z.int(),
  /** The failure and the next step, where there was one. */
  problem: z.optional(z.string()),
  /** The instant at which it was asked for. */
  createdAt: Instant,
  /** The instant of the last change. */
  updatedAt: Instant,
})
export type Job = z.infer<typeof Job>

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
