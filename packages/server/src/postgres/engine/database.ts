import { AsyncLocalStorage } from 'node:async_hooks'
import type { SQL } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { isConnectionLoss, isConflict, translateError } from './errors.ts'

/** Typed queries: on any connection of the pool, or within one transaction. */
export type Queries = NodePgDatabase & { $client: pg.Pool | pg.Client }

/** The parts of a database engine; both engines speak through one driver, for which PGlite's worker is the connection. */
export interface Database {
  queries: Queries
  /** Runs the work in a transaction, again after a conflict, and ends it before it answers. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>
  /** Rejects inside a transaction's work: there, only the transaction may be used. */
  outsideTransaction(): void
}

const attempts = 6

export function createDatabase(pool: pg.Pool): Database {
  const inside = new AsyncLocalStorage<true>()

  async function once<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result> {
    const client = await pool.connect()
    let lost: Error | undefined
    let over = false
    const onError = (error: Error) => (lost = error)
    // Statements of one transaction take turns here, because the driver will stop queueing them.
    let turn: Promise<unknown> = Promise.resolve()
    const handle = {
      query(...args: Parameters<pg.ClientBase['query']>) {
        const answer = turn.then(() => {
          if (!over) return client.query(...args)
          throw new Error('This transaction is over; await its queries before its end.')
        })
        turn = answer.catch(() => {})
        return answer
      },
    }
    client.on('error', onError)
    try {
      await client.query('begin')
      const result = await inside.run(true, () => work(drizzle({ client: handle as pg.Client })))
      over = true
      const { command } = await client.query('commit')
      // PostgreSQL answers COMMIT with ROLLBACK when a statement before it had failed.
      if (command !== 'COMMIT') throw new Error('A statement of the transaction failed unnoticed.')
      return result
    } catch (error) {
      over = true
      if (isConnectionLoss(error)) lost ??= error as Error
      if (!lost) await client.query('rollback').catch((failed: Error) => (lost = failed))
      throw lost && !isConnectionLoss(error) ? lost : error
    } finally {
      client.off('error', onError)
      client.release(lost)
    }
  }

  return {
    queries: drizzle({ client: pool }),
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await once(work)
        } catch (error) {
          if (!isConflict(error) || attempt === attempts) throw translateError(error)
          await pause(attempt)
        }
      }
    },
    outsideTransaction() {
      if (inside.getStore()) {
        throw new Error(
          'store.read was used inside store.write; use the tables that it hands over.',
        )
      }
    },
  }
}

/** Waits longer each time, for a random time, so that two transactions in conflict do not meet again. */
function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt))
}

/** The rows of a statement that is not built from the schema. */
export async function rowsOf<Row>(queries: Queries, statement: SQL): Promise<Row[]> {
  return (await queries.execute(statement)).rows as Row[]
}
