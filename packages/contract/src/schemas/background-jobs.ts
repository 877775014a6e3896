import * as z from 'zod/mini'
import { Id, Instant } from './common.ts'

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
