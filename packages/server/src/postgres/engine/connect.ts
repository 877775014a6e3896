import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Log } from '../../log.ts'
import type { Store } from '../../store/store.ts'
import { createDatabase } from './database.ts'
import { dropForeignEvents, eventTable } from '../events.ts'
import { lockFolder } from './folder-lock.ts'
import { migrate } from './migrate.ts'
import { openPglite } from './pglite.ts'
import { createStore } from '../store.ts'
import { createLocalSignal, createSharedSignal, type EventSignal } from './event-signal.ts'

const hour = 3_600_000

/** Where the store keeps its records. */
export interface StoreOptions {
  /** A PostgreSQL server; without it, PGlite in a worker thread of this process. */
  databaseUrl?: string
  /** PGlite's folder; without it everything is in memory and gone at the end. */
  dataDir?: string
  /** Connections to PostgreSQL at most, 10 unless told; one more listens for events. */
  connections?: number
  log?: Pick<Log, 'warn'>
}

/** Opens the store, makes or updates its schema, and answers once it can be used. */
export async function openStore(options: StoreOptions = {}): Promise<Store> {
  return options.databaseUrl === undefined
    ? openEmbedded(options)
    : openServer(options.databaseUrl, options)
}

async function openEmbedded({ dataDir, log }: StoreOptions): Promise<Store> {
  const unlock = dataDir === undefined ? () => {} : lockFolder(dataDir)
  try {
    const pool = await openPglite(dataDir === undefined ? undefined : join(dataDir, 'pgdata'))
    // PGlite has no background process that would do it.
    const upkeep = setInterval(() => void pool.query('vacuum analyze').catch(() => {}), hour)
    upkeep.unref()
    const store = await ready(pool, createLocalSignal(), log, () => {
      clearInterval(upkeep)
      unlock()
    })
    // The folder has one process at a time, so whoever had taken these keys is dead.
    await pool.query('delete from idempotency where answer is null')
    return store
  } catch (error) {
    unlock()
    throw error
  }
}

async function openServer(connectionString: string, options: StoreOptions): Promise<Store> {
  const pool = new pg.Pool({
    connectionString,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 10_000,
    application_name: 'prmkit',
  })
  const connect = () => new pg.Client({ connectionString, application_name: 'prmkit events' })
  const { end } = eventTable(drizzle({ client: pool }), () => {})
  return ready(pool, createSharedSignal(pool, connect, end), options.log, () => {})
}

async function ready(
  pool: pg.Pool,
  signal: EventSignal,
  log: StoreOptions['log'],
  unlock: () => void,
): Promise<Store> {
  const close = async () => {
    await signal.close()
    await pool.end()
    unlock()
  }
  // An idle connection may be lost; the pool makes another when it is needed.
  pool.on('error', (error) => log?.warn({ error: error.message }, 'a database connection was lost'))
  try {
    await migrate(pool)
    const database = createDatabase(pool)
    await database.queries.execute(dropForeignEvents)
    return createStore(database, signal, close)
  } catch (error) {
    await close()
    throw error
  }
}
