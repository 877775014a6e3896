import type { Audit } from '../store/store.ts'
import type { Queries } from './database.ts'
import { audit } from './schema.ts'

export function auditTable(queries: Queries): Audit {
  return {
    async append(record) {
      const { at, resource, resourceId } = record
      await queries.insert(audit).values({ at, resource, resourceId, record })
    },
  }
}
