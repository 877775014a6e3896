import type pg from 'pg'

/** Calls listeners back soon after events were committed. */
export interface EventSignal {
  subscribe(listener: () => void): () => void
  /** Says that this process has committed events. */
  committed(): void
  close(): Promise<void>
}

/** Makes the signal for PGlite, where no other process can commit. */
export function createLocalSignal(): EventSignal {
  const listeners = new Set<() => void>()
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    committed() {
      for (const listener of listeners) listener()
    },
    async close() {
      listeners.clear()
    },
  }
}

const channel = 'prmkit_events'
const pollEvery = 1000

/**
 * For PostgreSQL: asks every second whether the end has moved, and listens on a connection of its own
 * to know sooner where that works (not through PgBouncer in transaction mode).
 */
export function createSharedSignal(
  pool: pg.Pool,
  connect: () => pg.Client,
  end: () => Promise<string>,
): EventSignal {
  const local = createLocalSignal()
  let seen: string | undefined
  let listening: pg.Client | undefined
  let polling: Promise<void> | undefined
  let notifying: Promise<unknown> | undefined
  let closed = false
  let count = 0

  async function listen() {
    const client = connect()
    listening = client
    client.on('notification', () => local.committed())
    const lost = () => {
      if (listening === client) listening = undefined
      void client.end().catch(() => {})
    }
    client.on('error', lost)
    client.on('end', lost)
    try {
      await client.connect()
      await client.query(`listen ${channel}`)
    } catch {
      lost()
    }
  }

  async function poll() {
    try {
      const place = await end()
      if (place !== seen) local.committed()
      seen = place
      if (!listening && !closed) await listen()
    } catch {
      // The database is away; the next turn asks again.
    }
  }

  const timer = setInterval(() => {
    if (count > 0) polling ??= poll().finally(() => (polling = undefined))
  }, pollEvery)
  timer.unref()

  return {
    subscribe(listener) {
      const stop = local.subscribe(listener)
      if (count++ === 0) polling ??= poll().finally(() => (polling = undefined))
      return () => {
        stop()
        count--
      }
    },
    committed() {
      local.committed()
      // Notifying follows the commit, one at a time: within the transaction it would make all commits queue.
      notifying ??= pool
        .query(`notify ${channel}`)
        .catch(() => {})
        .finally(() => (notifying = undefined))
    },
    async close() {
      closed = true
      clearInterval(timer)
      await Promise.all([polling, notifying])
      await listening?.end().catch(() => {})
      await local.close()
    },
  }
}
