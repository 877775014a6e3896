import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Claim, Idempotency } from '../store/store.ts'
import type { Queries } from './engine/database.ts'
import { idempotency } from './schema.ts'

export function idempotencyTable(queries: Queries): Idempotency {
  const mine = (key: string, claimId: string) =>
    and(eq(idempotency.key, key), eq(idempotency.claimId, claimId), isNull(idempotency.answer))

  return {
    async claim(key, fingerprint, now, leaseUntil): Promise<Claim> {
      for (;;) {
        const claimId = randomUUID()
        const claim = { claimId, claimedAt: now, leaseUntil }
        const [taken] = await queries
          .insert(idempotency)
          .values({ key, fingerprint, ...claim })
          .onConflictDoUpdate({
            target: idempotency.key,
            set: claim,
            setWhere: sql`idempotency.answer is null and idempotency.lease_until <= ${now}::timestamptz
              and idempotency.fingerprint = ${fingerprint}`,
          })
          .returning({ key: idempotency.key })
        if (taken) return { state: 'mine', claimId }

        const [found] = await queries.select().from(idempotency).where(eq(idempotency.key, key))
        // Given back in between: try again.
        if (!found) continue
        if (found.fingerprint !== fingerprint) return { state: 'other-request' }
        return found.answer ? { state: 'done', answer: found.answer } : { state: 'running' }
      }
    },
    async finish(key, claimId, answer) {
      const kept = await queries
        .update(idempotency)
        .set({ answer })
        .where(mine(key, claimId))
        .returning({ key: idempotency.key })
      return kept.length > 0
    },
    async release(key, claimId) {
      await queries.delete(idempotency).where(mine(key, claimId))
    },
    async prune(before) {
      await queries.delete(idempotency).where(sql`claimed_at < ${before}::timestamptz`)
    },
  }
}
