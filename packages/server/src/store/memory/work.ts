import type { JobRecord, TakenJob, Work } from '../work.ts'
import { pageOf } from './paging.ts'
import { Table, type Undo } from './table.ts'

interface Leased extends JobRecord {
  leaseUntil?: string
}

const shown = ({ leaseUntil: _, ...job }: Leased): JobRecord => job

export function workTable(undo: Undo): Work {
  const table = new Table<Leased>(undo)
  const all = () => [...table.rows.values()]
  const held = ({ id, attempts }: TakenJob) => {
    const job = table.get(id)
    return job?.status === 'running' && job.attempts === attempts ? job : undefined
  }

  return {
    async add(jobs, now) {
      for (const job of jobs) {
        const waits = all().some(
          ({ status, kind, resourceId }) =>
            status === 'waiting' && kind === job.kind && resourceId === job.resourceId,
        )
        const times = { createdAt: now, updatedAt: now }
        if (!waits) table.put(job.id, { ...job, ...times, status: 'waiting', attempts: 0 })
      }
    },
    async take(now, leaseUntil, limit) {
      const free = all().filter(
        (job) =>
          (job.status === 'waiting' || job.status === 'running') && (job.leaseUntil ?? '') <= now,
      )
      return free.slice(0, limit).map((job) => {
        const taken = {
          ...{ ...job, status: 'running' as const, attempts: job.attempts + 1 },
          ...{ leaseUntil, updatedAt: now },
        }
        table.put(job.id, taken)
        return taken
      })
    },
    async renew(taken, leaseUntil) {
      const job = held(taken)
      if (job) table.put(job.id, { ...job, leaseUntil })
    },
    async end(taken, status, now, problem) {
      const job = held(taken)
      if (!job) return
      const { leaseUntil: _, problem: _before, ...rest } = job
      table.put(job.id, {
        ...rest,
        status,
        updatedAt: now,
        ...(problem !== undefined && { problem }),
      })
    },
    async postpone(taken, leaseUntil, updatedAt, problem) {
      const job = held(taken)
      if (!job) return
      const waits = all().some(
        ({ status, kind, resourceId }) =>
          status === 'waiting' && kind === job.kind && resourceId === job.resourceId,
      )
      const status = waits ? 'failed' : 'waiting'
      table.put(job.id, { ...job, status, leaseUntil, updatedAt, problem })
    },
    async list({ status, kind, resourceId }, paging) {
      const rows = all().filter(
        (job) =>
          (status?.includes(job.status) ?? true) &&
          (kind === undefined || kind === job.kind) &&
          (resourceId === undefined || resourceId === job.resourceId),
      )
      const by = ({ createdAt }: JobRecord) => createdAt
      return pageOf<JobRecord>(rows.map(shown), { list: 'jobs', by, descending: true }, paging)
    },
    async count() {
      const of = (wanted: string) => all().filter(({ status }) => status === wanted).length
      return { waiting: of('waiting'), running: of('running'), failed: of('failed') }
    },
    async prune(before) {
      for (const { id, status, updatedAt } of all())
        if ((status === 'done' || status === 'failed') && updatedAt < before) table.delete(id)
    },
  }
}
