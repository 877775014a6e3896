import { collectFiles } from './files/collect-files.ts'
import { askToEnrol } from './routes/training/enrol-by-rules.ts'
import type { Services } from './services.ts'

const hour = 3_600_000
const batch = 100
/** A file that was announced and never used is collected after a day. */
const orphanAge = 24 * hour
/** How long the traces are kept that only repeated requests and resuming readers need. */
const kept = {
  idempotency: 24 * hour,
  sessions: 24 * hour,
  events: 30 * 24 * hour,
  limits: hour,
  searches: 400 * 24 * hour,
  work: 7 * 24 * hour,
  /** A reader who comes back later is told that the zip file has expired. */
  bundles: 30 * 24 * hour,
}

const pruneEvery = 60_000
/** How often reminders are looked for; each is due on a day, so that an hour is soon enough. */
const remindEvery = hour

export interface Jobs {
  /**
   * Records what the clock has done, so that lists find it; at most once a second and
   * one batch of a resource, so that nobody waits long. Readers see overdue records of the rest as overdue, too.
   */
  settle(): Promise<void>
  /** Everything that the clock asks for. */
  tick(): Promise<void>
}

export function createJobs(services: Services): Jobs {
  const { store, fileStore, clock, log } = services
  const ago = (milliseconds: number) => new Date(clock() - milliseconds).toISOString()
  let settledAt = 0
  let prunedAt = 0
  let remindedAt = 0
  let settling: Promise<void> | undefined

  /** Records one batch of overdue records of each resource; false when no batch was full. */
  async function settleBatch(): Promise<boolean> {
    settledAt = clock()
    let isFull = false
    for (const { settle } of services.resources.values()) {
      if (!settle) continue
      const changed = await store.write((tables) =>
        settle({ tables, now: services.now(), requestId: 'clock' }, batch),
      )
      isFull ||= changed === batch
    }
    return isFull
  }

  async function collectOrphans(): Promise<void> {
    for (const { id } of await store.read.files.orphans(ago(orphanAge), batch)) {
      // The record goes first: bytes without a record are harmless, a record without bytes is not.
      const removed = await store.write(async (tables) => {
        const [file] = await tables.files.lock([id])
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
    settling = settleBatch()
      .then(() => {})
      .catch((error: unknown) =>
        log.warn({ error: String(error) }, 'overdue records were not settled'),
      )
      .finally(() => (settling = undefined))
    return settling
  }

  return {
    settle,
    async tick() {
      while (await settleBatch());
      await services.searchLog.flush()
      if (Math.abs(clock() - remindedAt) >= remindEvery) {
        remindedAt = clock()
        await store.write((tables) => askToEnrol(tables, services.now()))
        for (const { remind } of services.resources.values())
          await remind?.(store, { now: services.now(), requestId: 'clock' })
      }
      await services.runner.wake()
      if (Math.abs(clock() - prunedAt) < pruneEvery) return
      prunedAt = clock()
      await collectOrphans()
      const files = await collectFiles({ store, fileStore }, ago(orphanAge), services.now())
      if (files > 0) log.info({ files }, 'files that no record names were removed')
      await store.write(async (tables) => {
        await tables.idempotency.prune(ago(kept.idempotency))
        await tables.sessions.prune(ago(kept.sessions))
        await tables.events.prune(ago(kept.events))
        await tables.rateLimits.prune(ago(kept.limits))
        await tables.searches.prune(ago(kept.searches))
        await tables.work.prune(ago(kept.work))
        await tables.bundles.prune(ago(kept.bundles), batch)
      })
      const before = ago(services.auditDays * 24 * hour)
      const gone = await store.write(({ audit }) => audit.prune(before))
      if (gone > 0) log.info({ before, lines: gone }, 'the audit trail was pruned')
    },
  }
}
