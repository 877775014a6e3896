import type { Store, Tables } from '../store/store.ts'
import { accountTable } from './accounts.ts'
import { announcementTable } from './announcements.ts'
import { auditTable } from './audit.ts'
import { commentTable } from './comments.ts'
import { contentTable, type Growth } from './content.ts'
import type { Database, Queries } from './engine/database.ts'
import { dealTable } from './deals/deals.ts'
import { translateError } from './engine/errors.ts'
import { eventTable } from './events.ts'
import { fileTable } from './files.ts'
import { idempotencyTable } from './idempotency.ts'
import { partnerTable } from './partners.ts'
import { productTable } from './products.ts'
import { programmeTable } from './programme.ts'
import { rateLimitTable } from './rate-limits.ts'
import { recordTable } from './records.ts'
import { sessionTable } from './sessions.ts'
import { timelineTable } from './timeline.ts'
import { userTable } from './users.ts'
import type { EventSignal } from './engine/event-signal.ts'

/** The store over a database, whichever engine that has. */
export function createStore(
  database: Database,
  signal: EventSignal,
  close: () => Promise<void>,
): Store {
  const { queries } = database
  const growth: Growth = new Map()

  return {
    read: guarded(tables(queries, signal.committed, growth), database.outsideTransaction),
    async write(work) {
      let appended = false
      const result = await database.transaction((transaction) => {
        appended = false
        return work(tables(transaction, () => (appended = true), growth))
      })
      if (appended) signal.committed()
      return result
    },
    onEvents: signal.subscribe,
    async check() {
      await queries.execute('select 1').catch((error: unknown) => {
        throw translateError(error)
      })
    },
    close,
  }
}

function tables(queries: Queries, onAppend: () => void, growth: Growth): Tables {
  return {
    records: recordTable(queries),
    deals: dealTable(queries),
    comments: commentTable(queries),
    timeline: timelineTable(queries),
    files: fileTable(queries),
    users: userTable(queries),
    partners: partnerTable(queries),
    products: productTable(queries),
    accounts: accountTable(queries),
    announcements: announcementTable(queries),
    programme: programmeTable(queries),
    sessions: sessionTable(queries),
    idempotency: idempotencyTable(queries),
    events: eventTable(queries, onAppend),
    audit: auditTable(queries),
    rateLimits: rateLimitTable(queries),
    content: contentTable(queries, growth),
  }
}

type Method = (...args: unknown[]) => Promise<unknown>

/** Tables each call of which is checked first and tells its errors in the store's words. */
function guarded(all: Tables, check: () => void): Tables {
  const guard =
    (method: Method): Method =>
    async (...args) => {
      check()
      try {
        return await method(...args)
      } catch (error) {
        throw translateError(error)
      }
    }
  const wrap = (table: Record<string, Method>) =>
    Object.fromEntries(Object.entries(table).map(([name, method]) => [name, guard(method)]))
  return Object.fromEntries(
    Object.entries(all).map(([name, table]) => [name, wrap(table as Record<string, Method>)]),
  ) as unknown as Tables
}
