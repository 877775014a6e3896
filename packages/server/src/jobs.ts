import { letClockAct } from './routes/deal-journal.ts'
import type { Services } from './services.ts'

const hour = 3_600_000
const batch = 100
/** A file that was announced and never used is collected after a day. */
const orphanAge = 24 * hour
/** How long things are kept that only repeated requests and resuming readers need. */
const kept = { idempotency: 24 * hour, sessions: 24 * hour, events: 30 * 24 * hour, limits: hour }

const pruneEvery = 60_000

export interface Jobs {
  /** Records what the clock has done to registrations, unless that was done less than a second ago. */
  settle(): Promise<void>
  /** Everything that the clock asks for. */
  tick(): Promise<void>
}

export function createJobs(services: Services): Jobs {
  const { store, fileStore, clock } = services
  const ago = (milliseconds: number) => new Date(clock() - milliseconds).toISOString()
  let settledAt = 0
  let prunedAt = 0
  let settling: Promise<void> | undefined

  async function settleAll(): Promise<void> {
    settledAt = clock()
    for (;;) {
      const found = await store.write(async (tables) => {
        const now = services.now()
        const due = await tables.deals.due(now, batch)
        for (const deal of due) await letClockAct({ tables, now, requestId: 'clock' }, deal)
        return due.length
      })
      if (found < batch) return
    }
  }

  async function collectOrphans(): Promise<void> {
    for (const { id } of await store.read.files.orphans(ago(orphanAge), batch)) {
      // The record goes first: bytes without a record are harmless, a record without bytes is not.
      const removed = await store.write(async (tables) => {
        const file = await tables.files.get(id)
        if (!file || file.usedBy !== undefined) return false
        await tables.files.remove(id)
        return true
      })
      if (removed) await fileStore.remove(id)
    }
  }

  function settle(): Promise<void> {
    if (settling) return settling
    if (Math.abs(clock() - settledAt) < 1000) return Promise.resolve()
    settling = settleAll().finally(() => (settling = undefined))
    return settling
  }

  return {
    settle,
    async tick() {
      settledAt = 0
      await settle()
      if (Math.abs(clock() - prunedAt) < pruneEvery) return
      prunedAt = clock()
      await collectOrphans()
      await store.write(async (tables) => {
        await tables.idempotency.prune(ago(kept.idempotency))
        await tables.sessions.prune(ago(kept.sessions))
        await tables.events.prune(ago(kept.events))
        await tables.rateLimits.prune(ago(kept.limits))
      })
    },
  }
}
