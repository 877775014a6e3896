import { fieldOf, isField } from '../../rules/boards/groups.ts'
import type { AuditRecord } from '../records.ts'
import type { Store, Tables } from '../store.ts'
import { announcementTable } from './announcements.ts'
import { boardTable } from './boards/boards.ts'
import { pointTable } from './boards/points.ts'
import { tierTable } from './boards/tiers.ts'
import { articleTable, contentFileTable, sectionTable } from './articles/articles.ts'
import { articleTaskTable, searchTable } from './articles/tasks.ts'
import { assetTables } from './assets/assets.ts'
import { bundleTable, shareTable } from './assets/shares.ts'
import { contentTable } from './content.ts'
import { dealTable } from './deals.ts'
import { eventTable } from './events.ts'
import { fileTable } from './files.ts'
import { idempotencyTable } from './idempotency.ts'
import { partnerTable, userTable } from './people.ts'
import { accountTable, productTable } from './products.ts'
import { programmeTable } from './programme.ts'
import { recordTable } from './records.ts'
import { sessionTable } from './sessions.ts'
import { auditTable, rateLimitTable } from './small.ts'
import { commentTable, timelineTable } from './comments.ts'
import type { Undo } from './table.ts'
import { textTable } from './texts.ts'
import { trainingTables } from './training/training.ts'
import { traceTable } from './traces.ts'
import { workTable } from './work.ts'

/** A store in this process's memory; its audit trail can be read. */
export interface MemoryStore extends Store {
  readonly auditTrail: readonly AuditRecord[]
}

/**
 * A store for tests, demonstrations and the mock. Writes take turns and are undone when they fail;
 * reads from outside wait for the one that runs, so nobody sees a half of it. As with a database,
 * work that reads through the store instead of its own tables waits for itself for ever.
 */
export function memoryStore(): MemoryStore {
  const undo: Undo = { journal: undefined, tables: [], lists: [] }
  // A table knows its name and shares everything else with the others.
  const named = (name: string): Undo => Object.create(undo, { name: { value: name } }) as Undo
  const records = recordTable(named('records'))
  const events = eventTable(named('events'))
  const audit = auditTable(named('audit'))
  const points = pointTable(named('points'))
  const users = userTable(named('users'))
  const partners = partnerTable(named('partners'))
  const boards = boardTable(
    named('boards'),
    points.all,
    async ({ partnerId, userId, audience }) => {
      const partner = await partners.get(partnerId)
      if (!partner?.active || !isField(fieldOf({ scope: 'all', audience }, partner))) return false
      if (userId === undefined) return true
      const user = await users.get(userId)
      return !!user?.active && user.partnerIds.includes(partnerId)
    },
  )
  const tables: Tables = {
    ...{ records, events, audit },
    comments: commentTable(named('comments'), records),
    timeline: timelineTable(named('timeline'), records),
    deals: dealTable(named('deals'), records),
    ...{ users, partners },
    products: productTable(named('products')),
    accounts: accountTable(named('accounts')),
    announcements: announcementTable(named('announcements')),
    ...{ points, boards, tiers: tierTable(named('tiers'), partners.active) },
    ...trainingTables(named('training')),
    sections: sectionTable(named('sections')),
    articles: articleTable(named('articles')),
    articleTasks: articleTaskTable(named('articleTasks')),
    searches: searchTable(named('searches')),
    folders: sectionTable(named('folders')),
    ...assetTables(named('assets')),
    bundles: bundleTable(named('bundles')),
    shares: shareTable(named('shares'), records),
    contentFiles: contentFileTable(named('contentFiles')),
    texts: textTable(named('texts')),
    work: workTable(named('work')),
    content: contentTable(named('content')),
    files: fileTable(named('files'), records),
    programme: programmeTable(named('programme')),
    sessions: sessionTable(named('sessions')),
    idempotency: idempotencyTable(named('idempotency')),
    traces: traceTable(undo),
    rateLimits: rateLimitTable(named('rateLimits')),
  }
  const listeners = new Set<() => void>()
  let turn: Promise<unknown> = Promise.resolve()

  async function inTurn<Result>(work: (tables: Tables) => Promise<Result>): Promise<Result> {
    const before = events.length() + boards.pulses()
    undo.journal = []
    try {
      const result = await work(tables)
      undo.journal = undefined
      if (events.length() + boards.pulses() !== before)
        queueMicrotask(() => listeners.forEach((wake) => wake()))
      return result
    } catch (error) {
      const { journal = [] } = undo
      undo.journal = undefined
      for (const back of journal.toReversed()) back()
      throw error
    }
  }

  return {
    auditTrail: audit.trail,
    read: waiting(tables, () => turn),
    write(work) {
      const result = turn.then(() => inTurn(work))
      turn = result.catch(() => {})
      return result
    },
    onEvents(wake) {
      listeners.add(wake)
      return () => listeners.delete(wake)
    },
    async check() {},
    async close() {
      listeners.clear()
    },
  }
}

/** Tables each call of which waits until nobody writes. */
function waiting(tables: Tables, turn: () => Promise<unknown>): Tables {
  const wrap = (table: object) =>
    Object.fromEntries(
      Object.entries(table)
        .filter(([, method]) => typeof method === 'function')
        .map(([name, method]) => [
          name,
          async (...values: unknown[]) => {
            for (let seen; seen !== turn();) await (seen = turn())
            return (method as (...values: unknown[]) => unknown)(...values)
          },
        ]),
    )
  return Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [name, wrap(table as object)]),
  ) as unknown as Tables
}
