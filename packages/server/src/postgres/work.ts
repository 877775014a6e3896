import type { JobStatus } from '@prmkit/contract'
import { sql, type SQL } from 'drizzle-orm'
import type { JobRecord, Work } from '../store/work.ts'
import { jobs } from './articles/article-schema.ts'
import { instantText } from './articles/tasks.ts'
import { rowsOf, type Queries } from './engine/database.ts'
import { keysetTable } from './query/keyset-table.ts'
import { array, insertRows } from './query/recordset.ts'

const json = sql`jsonb_strip_nulls(jsonb_build_object('id', id, 'kind', kind, 'resource', resource,
  'resourceId', resource_id, 'status', status, 'attempts', attempts, 'problem', problem,
  'createdAt', ${instantText(sql`created_at`)}, 'updatedAt', ${instantText(sql`updated_at`)}))`
const page = keysetTable<JobRecord>(jobs, [jobs.createdAt, jobs.id], {
  source: sql`(select *, ${json} as record from jobs) jobs`,
  descending: true,
})

/** A status of a job; one that would wait while another does so for the same record has failed. */
const unlessAnotherWaits = (status: JobStatus) => sql`case when ${status} = 'waiting'
  and exists (select from jobs other where other.kind = jobs.kind and other.resource = jobs.resource
    and other.resource_id = jobs.resource_id and other.status = 'waiting')
  then 'failed' else ${status} end`

export function workTable(queries: Queries): Work {
  return {
    async add(added, now) {
      const rows = added.map((job) => ({
        ...{ ...job, status: 'waiting', attempts: 0, problem: null, leaseUntil: null },
        ...{ createdAt: now, updatedAt: now },
      }))
      await queries.execute(sql`${insertRows(jobs, rows)} on conflict do nothing`)
    },
    async take(now, leaseUntil, limit) {
      const rows = await rowsOf<{ record: JobRecord }>(
        queries,
        sql`update jobs set status = 'running', attempts = attempts + 1,
            updated_at = ${now}::timestamptz, lease_until = ${leaseUntil}::timestamptz
          where id in (select id from jobs
            where status in ('waiting', 'running')
              and coalesce(lease_until, '-infinity') <= ${now}::timestamptz
            order by created_at, id limit ${limit} for update skip locked)
          returning ${json} as record`,
      )
      return rows.map(({ record }) => record)
    },
    async renew({ id, attempts }, leaseUntil) {
      await queries.execute(sql`update jobs set lease_until = ${leaseUntil}::timestamptz
        where id = ${id} and status = 'running' and attempts = ${attempts}`)
    },
    async end({ id, attempts }, status, now, problem) {
      // Where the record changed meanwhile, another job waits for it already.
      await queries.execute(sql`update jobs set
          status = ${unlessAnotherWaits(status)},
          problem = ${problem ?? null}, updated_at = ${now}::timestamptz, lease_until = null
        where id = ${id} and status = 'running' and attempts = ${attempts}`)
    },
    async postpone({ id, attempts }, until, now, problem) {
      await queries.execute(sql`update jobs set status = ${unlessAnotherWaits('waiting')},
          lease_until = ${until}::timestamptz, updated_at = ${now}::timestamptz, problem = ${problem}
        where id = ${id} and status = 'running' and attempts = ${attempts}`)
    },
    list: ({ status, kind, resourceId }, paging) => {
      const conditions: SQL[] = [
        ...(status === undefined ? [] : [sql`status = any(${array(status)})`]),
        ...(kind === undefined ? [] : [sql`kind = ${kind}`]),
        ...(resourceId === undefined ? [] : [sql`resource_id = ${resourceId}`]),
      ]
      return page(queries, conditions, paging)
    },
    async count() {
      const [row] = await rowsOf<{ waiting: number; running: number; failed: number }>(
        queries,
        sql`select count(*) filter (where status = 'waiting')::int as waiting,
          count(*) filter (where status = 'running')::int as running,
          count(*) filter (where status = 'failed')::int as failed
          from jobs where status in ('waiting', 'running', 'failed')`,
      )
      return row ?? { waiting: 0, running: 0, failed: 0 }
    },
    async prune(before) {
      await queries.execute(
        sql`delete from jobs where status in ('done', 'failed') and updated_at < ${before}::timestamptz`,
      )
    },
  }
}
