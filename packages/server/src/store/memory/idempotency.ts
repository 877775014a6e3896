import { newId } from '../../ids.ts'
import type { StoredAnswer } from '../records.ts'
import type { Idempotency } from '../requests.ts'
import { Table, type Undo } from './table.ts'

interface Row {
  fingerprint: string
  claimId: string
  claimedAt: string
  processId: string
  leaseUntil: string
  answer?: StoredAnswer
}

export function idempotencyTable(undo: Undo): Idempotency {
  const table = new Table<Row>(undo)
  const processes = new Table<{ beatAt: string }>(undo)
  const mine = (key: string, claimId: string) => {
    const row = table.get(key)
    return row && row.claimId === claimId && !row.answer ? row : undefined
  }
  return {
    async claim(key, fingerprint, now, { processId, until, aliveSince }) {
      const row = table.get(key)
      if (row && row.fingerprint !== fingerprint) return { state: 'other-request' }
      if (row?.answer) return { state: 'done', answer: row.answer }
      const lastSign = (of: Row) => processes.get(of.processId)?.beatAt ?? ''
      const isAlive = row && (row.claimedAt >= aliveSince || lastSign(row) >= aliveSince)
      if (isAlive && row.leaseUntil > now) return { state: 'running' }
      const claimId = newId('claim')
      table.put(key, { fingerprint, claimId, claimedAt: now, processId, leaseUntil: until })
      return { state: 'mine', claimId }
    },
    async beat(processId, now) {
      processes.put(processId, { beatAt: now })
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
      for (const [id, { beatAt }] of [...processes.rows]) if (beatAt < before) processes.delete(id)
    },
  }
}
