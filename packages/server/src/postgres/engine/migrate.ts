import { readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'

const folder = new URL('../migrations/', import.meta.url)
/** Any number; everyone who migrates this schema locks the same one. */
const migrationLock = 7_766_554_321

/**
 * Brings the schema up to date. The lock belongs to the transaction, so that it also works through
 * PgBouncer in transaction mode, and a second server waits until the first is done.
 */
export async function migrate(pool: pg.Pool): Promise<void> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new Error(`The database cannot be reached: ${reason(error)}. Check DATABASE_URL.`, {
      cause: error,
    })
  })
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock])
    await client.query(
      'create table if not exists migrations (name text primary key, applied_at timestamptz(3) not null)',
    )
    const { rows } = await client.query<{ name: string }>('select name from migrations')
    const applied = new Set(rows.map(({ name }) => name))
    const names = readdirSync(folder).filter((name) => name.endsWith('.sql') && !applied.has(name))
    for (const name of names.toSorted()) {
      await client.query(readFileSync(new URL(name, folder), 'utf8'))
      await client.query('insert into migrations values ($1, now())', [name])
    }
    await client.query('commit')
    client.release()
  } catch (error) {
    // Closing the connection undoes the transaction.
    client.release(true)
    throw new Error(`The database’s schema could not be brought up to date: ${reason(error)}`, {
      cause: error,
    })
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
