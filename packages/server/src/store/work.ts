import type { JobStatus } from '@prmkit/contract'
import type { Page, Paging } from './types.ts'

/** A piece of work that waits behind the requests. */
export interface JobRecord {
  id: string
  kind: string
  /** The resource of the record that the job is for. */
  resource: string
  resourceId: string
  status: JobStatus
  attempts: number
  problem?: string
  createdAt: string
  updatedAt: string
}

/** A job as one process took it: whoever takes it next counts another attempt. */
export type TakenJob = Pick<JobRecord, 'id' | 'attempts'>

/** The jobs that somebody looks for. */
export interface JobFilter {
  status?: readonly JobStatus[]
  kind?: string
  resourceId?: string
}

/** The queue of work: it outlives the process, and every process takes from it. */
export interface Work {
  /** Asks for work; one of the same kind for the same record that still waits is enough. */
  add(
    jobs: readonly Pick<JobRecord, 'id' | 'kind' | 'resource' | 'resourceId'>[],
    now: string,
  ): Promise<void>
  /** Takes jobs that wait, or whose lease ran out because their process died; nobody else gets them. */
  take(now: string, leaseUntil: string, limit: number): Promise<JobRecord[]>
  /** Keeps a job that takes longer than its lease. */
  renew(job: TakenJob, leaseUntil: string): Promise<void>
  /**
   * Ends a job, or lets it wait for another attempt; nothing where another process has taken it
   * meanwhile.
   */
  end(job: TakenJob, status: JobStatus, now: string, problem?: string): Promise<void>
  /** Lets a job that was taken wait until an instant; then it is free again. */
  postpone(job: TakenJob, until: string, now: string, problem: string): Promise<void>
  /** The jobs, the newest first. */
  list(filter: JobFilter, paging: Paging): Promise<Page<JobRecord>>
  /** How many jobs wait, run and have failed. */
  count(): Promise<{ waiting: number; running: number; failed: number }>
  /** Forgets jobs that ended before an instant. */
  prune(before: string): Promise<void>
}
