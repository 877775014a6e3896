import { sql } from 'drizzle-orm'
import type { Audit } from '../store/store.ts'
import type { Queries } from './engine/database.ts'
import { audit } from './schema.ts'

export function auditTable(queries: Queries): Audit {
  return {
    async append(record) {
      const { at, resource, resourceId } = record
      await queries.insert(audit).values({ at, resource, resourceId, record })
    },
    async prune(before) {
      const { rowCount } = await queries.execute(sql`with allowed as (
          select set_config('prmkit.retention', 'on', true) as retention
        )
        delete from audit using allowed where at < ${before}::timestamptz and retention = 'on'`)
      await queries.execute(sql`select set_config('prmkit.retention', 'off', true)`)
      return rowCount ?? 0
    },
  }
}
