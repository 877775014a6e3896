import type { AuditRecord } from '../records.ts'
import type { RateLimits, Window } from '../requests.ts'
import type { Audit } from '../store.ts'
import { registerList, Table, type Undo } from './table.ts'

export function auditTable(undo: Undo): Audit & { trail: readonly AuditRecord[] } {
  const trail: AuditRecord[] = []
  registerList(undo, trail)
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
  const table = new Table<Window & { items: readonly string[] }>(undo)
  const open = (bucket: string, seconds: number, now: string) => {
    const window = table.get(bucket)
    if (window && window.resetAt > now) return window
    const resetAt = new Date(Date.parse(now) + seconds * 1000).toISOString()
    return { used: 0, resetAt, items: [] }
  }
  return {
    async hit(bucket, seconds, now) {
      const window = open(bucket, seconds, now)
      const next = { ...window, used: window.used + 1 }
      table.put(bucket, next)
      return next
    },
    async hitNew(bucket, items, seconds, now) {
      const window = open(bucket, seconds, now)
      if (items.every((item) => window.items.includes(item))) return window
      const known = [...new Set([...window.items, ...items])]
      const next = { ...window, used: window.used + 1, items: known }
      table.put(bucket, next)
      return next
    },
    async prune(before) {
      for (const [bucket, { resetAt }] of [...table.rows])
        if (resetAt < before) table.delete(bucket)
    },
  }
}
