import { randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Claim, Idempotency } from '../store/requests.ts'
import type { Queries } from './engine/database.ts'
import { idempotency, processes } from './schema.ts'

export function idempotencyTable(queries: Queries): Idempotency {
  const mine = (key: string, claimId: string) =>
    and(eq(idempotency.key, key), eq(idempotency.claimId, claimId), isNull(idempotency.answer))

  return {
    async claim(key, fingerprint, now, { processId, until, aliveSince }): Promise<Claim> {
      for (;;) {
        const claimId = randomUUID()
        const claim = { claimId, claimedAt: now, processId, leaseUntil: until }
        const [taken] = await queries
          .insert(idempotency)
          .values({ key, fingerprint, ...claim })
          .onConflictDoUpdate({
            target: idempotency.key,
            set: claim,
            setWhere: sql`idempotency.answer is null and idempotency.fingerprint = ${fingerprint}
              and (idempotency.lease_until <= ${now}::timestamptz
                or idempotency.claimed_at < ${aliveSince}::timestamptz and not exists (
                  select from processes p where p.id = idempotency.process_id
                    and p.beat_at >= ${aliveSince}::timestamptz))`,
          })
          .returning({ key: idempotency.key })
        if (taken) return { state: 'mine', claimId }

        const [found] = await queries.select().from(idempotency).where(eq(idempotency.key, key))
        // The key was given back in between, so that it can be taken now.
        if (!found) continue
        if (found.fingerprint !== fingerprint) return { state: 'other-request' }
        return found.answer ? { state: 'done', answer: found.answer } : { state: 'running' }
      }
    },
    async beat(id, now) {
      await queries
        .insert(processes)
        .values({ id, beatAt: now })
        .onConflictDoUpdate({ target: processes.id, set: { beatAt: now } })
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
      await queries.delete(processes).where(sql`beat_at < ${before}::timestamptz`)
    },
  }
}
