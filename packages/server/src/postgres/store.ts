import type { Store, Tables } from '../store/store.ts'
import { accountTable } from './accounts.ts'
import { announcements } from './announcement-schema.ts'
import { announcementTable } from './announcements.ts'
import { articleTable } from './articles/articles.ts'
import { contentFileTable, sectionTable } from './articles/sections.ts'
import { articleTaskTable, searchTable } from './articles/tasks.ts'
import { folders, sections } from './articles/article-schema.ts'
import { assetTable } from './assets/assets.ts'
import { bundleTable, shareTable } from './assets/shares.ts'
import { assetUseTable } from './assets/uses.ts'
import { auditTable } from './audit.ts'
import { boardTable } from './boards/boards.ts'
import { pointTable } from './boards/points.ts'
import { tierTable } from './boards/tiers.ts'
import { commentTable } from './comments.ts'
import { contentTable, type Growth, type TablesOfKinds } from './content.ts'
import type { Database, Queries } from './engine/database.ts'
import { dealTables } from './deals/deal-schema.ts'
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
import { userPartners, users } from './schema.ts'
import { sessionTable } from './sessions.ts'
import type { StemCache } from './texts/stems.ts'
import { textTable } from './texts/texts.ts'
import { timelineTable } from './timeline.ts'
import { trainingTables } from './training/training.ts'
import { userTable } from './users.ts'
import { traceTable } from './traces.ts'
import { workTable } from './work.ts'
import type { EventSignal } from './engine/event-signal.ts'

/** The store over a database, whichever engine that has. */
export function createStore(
  database: Database,
  signal: EventSignal,
  close: () => Promise<void>,
): Store {
  const { queries } = database
  const memory: Memory = { growth: new Map(), stems: new Map() }

  return {
    read: guarded(tables(queries, signal.committed, memory), database.outsideTransaction),
    async write(work) {
      let appended = false
      const result = await database.transaction((transaction) => {
        appended = false
        return work(tables(transaction, () => (appended = true), memory))
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

const tablesOfKinds: TablesOfKinds = {
  users: [users, userPartners],
  announcements: [announcements],
  deals: dealTables,
}

/** The memory of a store between its transactions. */
interface Memory {
  growth: Growth
  stems: StemCache
}

function tables(queries: Queries, onAppend: () => void, memory: Memory): Tables {
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
    points: pointTable(queries),
    boards: boardTable(queries, onAppend),
    tiers: tierTable(queries),
    ...trainingTables(queries),
    sections: sectionTable(queries, sections),
    folders: sectionTable(queries, folders),
    assets: assetTable(queries),
    assetUses: assetUseTable(queries),
    bundles: bundleTable(queries),
    shares: shareTable(queries),
    articles: articleTable(queries),
    articleTasks: articleTaskTable(queries),
    searches: searchTable(queries),
    contentFiles: contentFileTable(queries),
    texts: textTable(queries, memory.stems),
    work: workTable(queries),
    programme: programmeTable(queries),
    sessions: sessionTable(queries),
    idempotency: idempotencyTable(queries),
    events: eventTable(queries, onAppend),
    audit: auditTable(queries),
    rateLimits: rateLimitTable(queries),
    content: contentTable(queries, memory.growth, tablesOfKinds),
    traces: traceTable(queries),
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
