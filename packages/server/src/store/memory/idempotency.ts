import { newId } from '../../ids.ts'
import type { StoredAnswer } from '../records.ts'
import type { Idempotency } from '../store.ts'
import { Table, type Undo } from './table.ts'

interface Row {
  fingerprint: string
  claimId: string
  claimedAt: string
  leaseUntil: string
  answer?: StoredAnswer
}

export function idempotencyTable(undo: Undo): Idempotency {
  const table = new Table<Row>(undo)
  const mine = (key: string, claimId: string) => {
    const row = table.get(key)
    return row && row.claimId === claimId && !row.answer ? row : undefined
  }
  return {
    async claim(key, fingerprint, now, leaseUntil) {
      const row = table.get(key)
      if (row && row.fingerprint !== fingerprint) return { state: 'other-request' }
      if (row?.answer) return { state: 'done', answer: row.answer }
      if (row && row.leaseUntil > now) return { state: 'running' }
      const claimId = newId('claim')
      table.put(key, { fingerprint, claimId, claimedAt: now, leaseUntil })
      return { state: 'mine', claimId }
    },
    async finish(key, claimId, answer) {
      const row = mine(key, claimId)
      if (row) table.put(key, { ...row, answer })
      return row !== undefined
    },
    async release(key, claimId) {
      if (mine(key, claimId)) table.delete(key)
    },
    async prune(before) {
      for (const [key, { claimedAt }] of [...table.rows]) if (claimedAt < before) table.delete(key)
    },
  }
}
