import { sql } from 'drizzle-orm'
import type { RateLimits, Window } from '../store/requests.ts'
import { rowsOf, type Queries } from './engine/database.ts'
import { array } from './query/recordset.ts'
import { rateLimits } from './schema.ts'

export function rateLimitTable(queries: Queries): RateLimits {
  /** Counts one use; with items, only if one of them is new. It is one statement, whose row is the lock. */
  async function count(
    bucket: string,
    items: readonly string[] | undefined,
    seconds: number,
    now: string,
  ): Promise<Window> {
    const resetAt = new Date(Date.parse(now) + seconds * 1000).toISOString()
    const isOpen = sql`old.reset_at > ${now}::timestamptz`
    const isKnown = items ? sql`excluded.items <@ old.items` : sql`false`
    const [row] = await rowsOf<{ used: number; resetAt: number }>(
      queries,
      sql`insert into rate_limits as old (bucket, used, reset_at, items)
        values (${bucket}, 1, ${resetAt}::timestamptz, ${array(items ?? [])})
        on conflict (bucket) do update set
          used = case when not ${isOpen} then 1 when ${isKnown} then old.used else old.used + 1 end,
          items = case when not ${isOpen} then excluded.items when ${isKnown} then old.items
            else old.items || excluded.items end,
          reset_at = case when ${isOpen} then old.reset_at else excluded.reset_at end
        returning used, (extract(epoch from reset_at) * 1000)::float8 as "resetAt"`,
    )
    if (!row) throw new Error('The database did not count a request.')
    return { used: row.used, resetAt: new Date(row.resetAt).toISOString() }
  }

  return {
    hit: (bucket, seconds, now) => count(bucket, undefined, seconds, now),
    hitNew: count,
    async prune(before) {
      await queries.delete(rateLimits).where(sql`reset_at < ${before}::timestamptz`)
    },
  }
}
