import { desc, eq, sql } from 'drizzle-orm'
import type { Sessions } from '../store/store.ts'
import type { Queries } from './engine/database.ts'
import { sessions, signingKeys } from './schema.ts'

export function sessionTable(queries: Queries): Sessions {
  return {
    async insert(record) {
      const { id, expiresAt } = record
      await queries.insert(sessions).values({ id, expiresAt, record })
    },
    async get(id) {
      const [row] = await queries
        .select({ record: sessions.record })
        .from(sessions)
        .where(eq(sessions.id, id))
      return row?.record
    },
    async end(id, at) {
      await queries
        .update(sessions)
        .set({ record: sql`jsonb_build_object('endedAt', ${at}::text) || record` })
        .where(eq(sessions.id, id))
    },
    async removeOf(userId) {
      await queries.delete(sessions).where(sql`record ->> 'userId' = ${userId}`)
    },
    async prune(before) {
      await queries.delete(sessions).where(sql`expires_at < ${before}::timestamptz`)
    },
    async signingKeys() {
      const rows = await queries
        .select({ record: signingKeys.record })
        .from(signingKeys)
        .orderBy(desc(signingKeys.createdAt), desc(signingKeys.id))
      return rows.map(({ record }) => record)
    },
    async addSigningKey(record) {
      const { id, createdAt } = record
      await queries.insert(signingKeys).values({ id, createdAt, record })
    },
  }
}
