import type { AuditRecord } from '../records.ts'
import type { Audit, RateLimits } from '../store.ts'
import { Table, type Undo } from './table.ts'

export function auditTable(undo: Undo): Audit & { trail: readonly AuditRecord[] } {
  const trail: AuditRecord[] = []
  return {
    trail,
    async append(record) {
      trail.push(Object.freeze(record))
      undo.journal?.push(() => void trail.pop())
    },
    async prune(before) {
      const all = [...trail]
      const kept = all.filter(({ at }) => at >= before)
      trail.splice(0, all.length, ...kept)
      undo.journal?.push(() => void trail.splice(0, trail.length, ...all))
      return all.length - kept.length
    },
  }
}

export function rateLimitTable(undo: Undo): RateLimits {
  const table = new Table<{ used: number; resetAt: string }>(undo)
  return {
    async hit(bucket, seconds, now) {
      const window = table.get(bucket)
      const open = window && window.resetAt > now ? window : undefined
      const resetAt = open?.resetAt ?? new Date(Date.parse(now) + seconds * 1000).toISOString()
      const next = { used: (open?.used ?? 0) + 1, resetAt }
      table.put(bucket, next)
      return next
    },
    async prune(before) {
      for (const [bucket, { resetAt }] of [...table.rows])
        if (resetAt < before) table.delete(bucket)
    },
  }
}
