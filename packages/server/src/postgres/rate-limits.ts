import { sql } from 'drizzle-orm'
import type { RateLimits } from '../store/store.ts'
import { rowsOf, type Queries } from './engine/database.ts'
import { rateLimits } from './schema.ts'

export function rateLimitTable(queries: Queries): RateLimits {
  return {
    async hit(bucket, seconds, now) {
      const resetAt = new Date(Date.parse(now) + seconds * 1000).toISOString()
      const [row] = await rowsOf<{ used: number; resetAt: number }>(
        queries,
        sql`insert into rate_limits as old (bucket, used, reset_at)
          values (${bucket}, 1, ${resetAt}::timestamptz)
          on conflict (bucket) do update set
            used = case when old.reset_at > ${now}::timestamptz then old.used + 1 else 1 end,
            reset_at = case when old.reset_at > ${now}::timestamptz then old.reset_at
              else excluded.reset_at end
          returning used, (extract(epoch from reset_at) * 1000)::float8 as "resetAt"`,
      )
      if (!row) throw new Error('The database did not count a request.')
      return { used: row.used, resetAt: new Date(row.resetAt).toISOString() }
    },
    async prune(before) {
      await queries.delete(rateLimits).where(sql`reset_at < ${before}::timestamptz`)
    },
  }
}
