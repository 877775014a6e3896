import assert from 'node:assert/strict'
import { once } from 'node:events'
import { globSync, readdirSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { getTableColumns, is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { openStore } from '../src/postgres/engine/connect.ts'
import { createDatabase } from '../src/postgres/engine/database.ts'
import type { DealRecord, DealSort } from '../src/store/deals.ts'
import type { Store, Tables } from '../src/store/store.ts'
import { aBoard, aPoint, sheetOf } from './board-records.ts'
import { startChild } from './child.ts'
import { startPostgres, type NativePostgres } from './native-postgres.ts'
import { reporter } from './bench-xapi.ts'
import { record } from './bench-statements.ts'
import { createApp, memoryFiles, seed } from '../src/index.ts'
import { seedLibrary } from './library-records.ts'
import { aDeal, anEvent, later, noon, unique } from './records.ts'
import { storeSuite } from './store-suite.ts'
import { withParents } from './with-parents.ts'

const anyResource = 'its table depends on the resource'
const stays = 'it stays when the row is gone'
/** Columns that name a row and have no foreign key, with the reason. */
const withoutKey: Record<string, string> = {
  'asset_uses.partner_id': 'an empty one is nobody; named_partner_id has the key',
  'audit.resource_id': stays,
  'board_choices.board_id': 'a choice holds again when the file brings its board back',
  'board_choices.subject': 'it is of people or of partners',
  'board_scores.subject': 'it is of people or of partners',
  'events.former_owner_user_id': stays,
  'events.owner_user_id': stays,
  'events.resource_id': stays,
  'idempotency.claim_id': 'it names a request',
  'idempotency.process_id': 'its process may be gone: that is how a lease is found to be free',
  'jobs.resource_id': anyResource,
  'launches.registration': 'an enrolment gives its registration up when it begins anew',
  'statements.registration': 'an enrolment gives its registration up when it begins anew',
  'text_documents.record_id': anyResource,
}

/** A promise that somebody else resolves. */
function signal() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve }
}

let server: NativePostgres
before(async () => {
  server = await startPostgres()
})
after(() => server.stop())

storeSuite('PostgreSQL', async () => openStore({ databaseUrl: await server.database() }))

it('a statement that changes nothing costs one step of the database, and one that does takes its turn', async () => {
  const store = await openStore({ databaseUrl: await server.database() })
  await seed(store)
  const app = createApp({ store, fileStore: memoryFiles(), apiKeys: ['sk_for_tests_only'] })
  const { send } = await reporter(app, store)
  await send(1, 1)
  const steps = async (moves: number) =>
    (await record(() => send(1, moves)))
      .flat()
      .map(({ text }) => /insert into "?statements\b/.exec(text)?.[0] ?? /^\w+/.exec(text)?.[0])

  // Other processes are told of the step before at some time.
  assert.deepEqual(
    (await steps(0)).filter((word) => word !== 'notify'),
    ['insert into "statements'],
  )
  assert.ok((await steps(1)).includes('begin'))
  app.close()
  await store.close()
})

describe('on PostgreSQL', () => {
  let databaseUrl: string
  let stores: Store[]
  let store: Store
  let admin: pg.Client

  before(async () => {
    databaseUrl = await server.database()
    stores = await Promise.all(
      [1, 2, 3, 4].map(async () => withParents(await openStore({ databaseUrl, connections: 4 }))),
    )
    store = stores[0]!
    admin = new pg.Client(databaseUrl)
    await admin.connect()
  })
  after(async () => {
    await admin.end()
    await Promise.all(stores.map((one) => one.close()))
  })

  it('four servers that start at once on an empty database all succeed', async () => {
    await Promise.all(stores.map((one) => one.check()))
    const { rows } = await admin.query(
      'select name, count(*)::int from migrations group by name order by name',
    )

    const folder = new URL('../src/postgres/migrations/', import.meta.url)
    const names = readdirSync(folder).toSorted()
    assert.deepEqual(
      rows,
      names.map((name) => ({ name, count: 1 })),
    )
  })

  it('the typed schema and the migrations say the same', async () => {
    const { rows } = await admin.query(`
      select c.relname as table, a.attname as column, a.attnotnull as required,
        format_type(a.atttypid, a.atttypmod) as type
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0
        and c.relname <> 'migrations'`)
    const folder = new URL('../src/postgres/', import.meta.url)
    const declared = (
      await Promise.all(
        globSync('**/*schema.ts', { cwd: folder }).map(
          (file) => import(new URL(file, folder).href),
        ),
      )
    )
      .flatMap((tables: object) => Object.values(tables))
      .filter((table) => is(table, PgTable))
      .flatMap((table) =>
        Object.values(getTableColumns(table)).map((column) => ({
          table: getTableConfig(table).name,
          column: column.name,
          required: column.notNull,
          type: column.getSQLType().replace('timestamptz(3)', 'timestamp(3) with time zone'),
        })),
      )
    const lines = (all: object[]) => all.map((one) => Object.values(one).join(' ')).toSorted()

    assert.deepEqual(
      lines(declared),
      lines(rows.map(({ table, column, required, type }) => ({ table, column, required, type }))),
    )
  })

  it('a column that names a row has a foreign key, or a reason', async () => {
    const { rows } = await admin.query(`
      select c.relname || '.' || a.attname as name,
        exists (select from pg_constraint k where k.contype = 'f' and k.conrelid = c.oid
          and a.attnum = any(k.conkey) and k.convalidated) as held
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0
        and a.attname ~ '_id$|_partner$|^used_by$|^registration$|^subject$|^package$'`)
    const open = rows.filter(({ held }) => !held).map(({ name }) => name)

    assert.deepEqual(open.toSorted(), Object.keys(withoutKey).toSorted())
  })

  it('a row that names nobody is refused', async () => {
    const point = aPoint({ partnerId: 'nobody' })
    const direct = await openStore({ databaseUrl })
    const orphans: ((tables: Tables) => Promise<unknown>)[] = [
      ({ points }) => points.insert([point]),
      ({ points }) => points.insert([{ ...point, partnerId: 'north', userId: 'nobody' }]),
      ({ deals }) => deals.insert(aDeal({ partnerId: 'nobody' })),
      ({ deals }) => deals.insert(aDeal({ partnerId: 'north', ownerUserId: 'nobody' })),
      ({ assets }) => assets.putVisit('nobody', { last: noon }),
      ({ boards }) =>
        boards.add(
          [{ sheet: sheetOf(aBoard()), subject: 'a', partnerId: 'north', points: 1 }],
          new Map(),
        ),
    ]
    for (const orphan of orphans)
      await assert.rejects(direct.write(orphan), { code: '23503' }, String(orphan))
    await direct.close()
  })

  it('of two processes that submit the same customer at once exactly one is first, 200 times', async (t) => {
    const children = await Promise.all([1, 2].map(() => startChild('submit', { databaseUrl })))
    t.after(() => children.forEach((child) => child.kill()))
    const outcomes: string[] = []
    for (let round = 0; round < 200; round++) {
      const answers = children.map((child) => once(child, 'message'))
      for (const child of children) child.send(`name:customer ${round}|DE`)
      outcomes.push(
        (await Promise.all(answers))
          .map(([blocking]) => blocking)
          .toSorted()
          .join(),
      )
    }
    for (const child of children) child.send(null as never)
    await Promise.all(children.map((child) => once(child, 'exit')))

    assert.deepEqual([...new Set(outcomes)], ['0,1'])
    const { rows } = await admin.query(
      `select count(*)::int from deals where search like '%muller%'`,
    )
    assert.equal(rows[0].count, 400)
  })

  it('marks of one person that two servers change at once are all kept', async () => {
    await seedLibrary(store, memoryFiles())
    const held = signal()
    const isOpen = signal()
    const first = store.write(async ({ assets }) => {
      await assets.mark('ada', 'prices', (marks) => ({ ...marks, favouriteAt: noon }))
      isOpen.resolve()
      await held.promise
    })
    await isOpen.promise
    const second = stores[1]!.write(({ assets }) =>
      assets.mark('ada', 'prices', (marks) => ({ ...marks, seenVersion: 1 })),
    )
    for (let waiting = 0; waiting === 0;) {
      const { rows } = await admin.query('select count(*)::int from pg_locks where not granted')
      waiting = rows[0].count
    }
    held.resolve()
    await Promise.all([first, second])

    const marks = (await store.read.assets.marks('ada', ['prices'])).get('prices')
    assert.deepEqual(marks, { favouriteAt: noon, seenVersion: 1 })
  })

  it('an event that commits after a later one is not skipped', async () => {
    const start = await store.read.events.end()
    const [slow, quick] = [anEvent({ type: 'slow' }), anEvent({ type: 'quick' })]
    const isOpen = signal()
    const mayCommit = signal()
    const slowWrite = store.write(async ({ events }) => {
      await events.append(slow)
      isOpen.resolve()
      await mayCommit.promise
    })
    await isOpen.promise
    await store.write(({ events }) => events.append(quick))

    const early = await store.read.events.after(start, 10)
    mayCommit.resolve()
    await slowWrite
    const late = await store.read.events.after(early?.next, 10)

    const types = [early, late].map((slice) => slice?.events.map(({ type }) => type))
    assert.deepEqual(types, [[], ['slow', 'quick']])
  })

  it('another server’s events wake a store, with and without notifications', async () => {
    const other = stores[1]!
    /** Resolves when a wake-up finds an event of this type. */
    const found = (type: string, place: string) =>
      new Promise<void>((resolve) => {
        const stop = other.onEvents(async () => {
          const slice = await other.read.events.after(place, 10)
          if (!slice?.events.some((event) => event.type === type)) return
          stop()
          resolve()
        })
      })
    const start = await store.read.events.end()
    const announced = found('announced', start)
    await store.write(({ events }) => events.append(anEvent({ type: 'announced' })))
    await announced

    // A row that nobody announces is found by asking.
    const silent = found('silent', start)
    await admin.query(`insert into events (at, type, resource, resource_id, revision, partner_ids, is_draft)
      values (now(), 'silent', 'deal', 'x', 1, '{}', false)`)
    await silent
  })

  it('work that fell into a deadlock runs again until it succeeds', async () => {
    const [one, two] = [aDeal(), aDeal()]
    await store.write(async ({ deals }) => {
      await deals.insert(one)
      await deals.insert(two)
    })
    let runs = 0
    let held = 0
    const { promise: bothHoldOne, resolve: goOn } = Promise.withResolvers<void>()
    const bump = (ids: string[]) =>
      store.write(async ({ deals }) => {
        runs++
        for (const id of ids) {
          const deal = await deals.lock(id)
          await deals.update({ ...deal!, revision: deal!.revision + 1 })
          held++
          if (held === 2) goOn()
          await bothHoldOne
        }
      })
    await Promise.all([bump([one.id, two.id]), bump([two.id, one.id])])

    assert.equal((await store.read.deals.get(one.id))?.revision, 3)
    assert.equal((await store.read.deals.get(two.id))?.revision, 3)
    assert.ok(runs > 2)
  })

  it('work that could not be serialised runs again', async () => {
    const pool = new pg.Pool({ connectionString: databaseUrl })
    let runs = 0
    await createDatabase(pool).transaction(async (queries) => {
      if (++runs < 3) await queries.execute(`do $$ begin raise sqlstate '40001'; end $$`)
    })
    await pool.end()

    assert.equal(runs, 3)
  })

  it('a transaction with a failed statement is not reported as done', async () => {
    const deal = aDeal()
    const failed = store.write(async ({ deals }) => {
      await deals.insert(deal)
      await deals.insert(deal).catch(() => {})
    })

    await assert.rejects(failed, /failed unnoticed/)
    assert.equal(await store.read.deals.get(deal.id), undefined)
  })

  it('a query that outlives its transaction is refused', async () => {
    let late: (() => Promise<unknown>) | undefined
    await store.write(async ({ deals }) => {
      late = () => deals.get('x')
    })

    await assert.rejects(late!(), (error: Error) => /is over/.test(String(error.cause)))
  })

  it('a connection lost before the commit is a clear problem, and nothing stays', async () => {
    const deal = aDeal()
    const lost = store.write(async ({ deals }) => {
      await deals.insert(deal)
      await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
        where state = 'idle in transaction' and datname = current_database()`)
      await deals.get(deal.id)
    })

    await assert.rejects(lost, { code: 'unavailable', headers: { 'retry-after': '2' } })
    assert.equal(await store.read.deals.get(deal.id), undefined)
  })

  it('text that PostgreSQL cannot keep is an error without the text, and nothing stays', async () => {
    const partnerId = unique('p')
    const [fine, bad] = [aDeal({ partnerId }), aDeal({ partnerId, name: 'secret\0' })]
    const failed = store.write(async ({ deals }) => {
      await deals.insert(fine)
      await deals.insert(bad)
    })

    await assert.rejects(failed, (error: Error) => {
      assert.match(error.message, /SQLSTATE 22P05/)
      assert.doesNotMatch(error.stack ?? '', /secret/)
      return true
    })
    assert.equal(await store.read.deals.get(fine.id), undefined)
  })

  it('the audit trail refuses changes, and lets retention delete', async () => {
    const line = { at: noon, action: 'a', resource: 'deal', resourceId: 'x', requestId: 'r' }
    await store.write(({ audit }) => audit.append(line))
    const attempts = [`update audit set resource = 'y'`, 'delete from audit', 'truncate audit']

    for (const attempt of attempts)
      await assert.rejects(admin.query(attempt), { message: /append-only/ }, attempt)
    await admin.query('begin')
    await admin.query(`set local prmkit.retention = 'on'`)
    const { rowCount } = await admin.query('delete from audit')
    await admin.query('rollback')
    assert.equal(rowCount, 1)
  })

  it('what was said about a deal goes with it', async () => {
    const deal = aDeal()
    const at = { recordId: deal.id, id: unique('entry') }
    const actor = { name: 'Ada', side: 'partner' as const }
    await store.write(async ({ deals, comments, timeline }) => {
      await deals.insert(deal)
      await comments.insert({ ...at, text: 'x', author: actor, createdAt: noon })
      await timeline.append({ ...at, at: noon, actor, type: 'deal.created' })
      await deals.remove(deal)
    })

    assert.deepEqual((await store.read.comments.list(deal.id, {}, { limit: 5 })).items, [])
    assert.deepEqual((await store.read.timeline.list(deal.id, { limit: 5 })).items, [])
  })

  it('a comment and the deletion of its draft wait for each other, and leave no orphan', async () => {
    const [first, second] = [aDeal({ status: 'draft' }), aDeal({ status: 'draft' })]
    await store.write(async ({ deals }) => {
      for (const deal of [first, second]) await deals.insert(deal)
    })
    const comment = (tables: Tables, recordId: string) =>
      tables.comments.insert({
        ...{ id: unique('comment'), recordId, text: 'x', createdAt: noon },
        author: { name: 'Ada', side: 'partner' },
      })
    const remove = (tables: Tables, deal: DealRecord) => tables.deals.remove(deal)
    /** Ends the first transaction only once the second one waits for it. */
    const overlap = async (
      one: (tables: Tables) => Promise<void>,
      other: (tables: Tables) => Promise<void>,
    ) => {
      const [isOpen, mayCommit] = [signal(), signal()]
      const before = store.write(async (tables) => {
        await one(tables)
        isOpen.resolve()
        await mayCommit.promise
      })
      await isOpen.promise
      const after = store.write(other).catch((error: Error) => error.message)
      for (let waiting = 0; waiting === 0;) {
        const { rows } = await admin.query('select count(*)::int from pg_locks where not granted')
        waiting = rows[0].count
      }
      mayCommit.resolve()
      await before
      return after
    }

    const removed = await overlap(
      (tables) => comment(tables, first.id),
      (tables) => remove(tables, first),
    )
    const refused = await overlap(
      (tables) => remove(tables, second),
      (tables) => comment(tables, second.id),
    )

    assert.equal(removed, undefined)
    assert.match(String(refused), /no record/)
    const ids = [first.id, second.id]
    const { rows } = await admin.query('select from comments where record_id = any($1)', [ids])
    assert.deepEqual(rows, [])
  })

  it('finer instants that others wrote lose and repeat nothing over 1,000 rows', async () => {
    const partnerId = unique('p')
    const deals = Array.from({ length: 1000 }, (_, index) =>
      aDeal({ partnerId, createdAt: later(noon, index % 13) }),
    )
    await store.write((tables) => tables.deals.insert(...deals))
    await admin.query(
      `update deals set created_at = created_at + random() * interval '1 millisecond' where partner_id = $1`,
      [partnerId],
    )
    await admin.query(
      `update record_partners l set created_at = d.created_at from deals d
       where d.id = l.record_id and l.partner_id = $1`,
      [partnerId],
    )
    const scopes = [{ kind: 'all' as const }, { kind: 'partner' as const, partnerId }]
    for (const scope of scopes) {
      const seen: string[] = []
      for (let cursor: string | undefined; ;) {
        const paging = { limit: 17, ...(cursor !== undefined && { cursor }) }
        const filter = { scope, partnerId: [partnerId] }
        const page = await store.read.deals.list(filter, 'created_desc', paging)
        seen.push(...page.items.map(({ id }) => id))
        if (page.nextCursor === undefined) break
        cursor = page.nextCursor
      }
      assert.equal(seen.length, 1000)
      assert.equal(new Set(seen).size, 1000)
    }
  })

  it('a forged cursor that names year 0, which PostgreSQL does not know, is refused', async () => {
    const cursor = (place: string[]) => Buffer.from(JSON.stringify(place)).toString('base64url')
    const list = (sort: DealSort, place: string) =>
      store.read.deals.list({ scope: { kind: 'all' } }, sort, {
        limit: 5,
        cursor: cursor([sort, place, 'x']),
      })
    await list('created_desc', '0001-01-01 00:00:00+00')

    for (const [sort, place] of [
      ['created_desc', '0000-01-01 00:00:00+00'],
      ['expires_asc', '0000-12-31 23:59:59+00'],
      ['close_asc', '0000-02-29'],
    ] as const)
      await assert.rejects(list(sort, place), { code: 'validation-failed' }, place)
  })

  it('a restart of the database loses nothing, and those who wait are woken again', async () => {
    const deal = aDeal()
    await store.write(({ deals }) => deals.insert(deal))
    let woken = signal()
    const stop = stores[2]!.onEvents(() => woken.resolve())
    admin.on('error', () => {})
    await server.restart()
    woken = signal()

    assert.deepEqual(await store.read.deals.get(deal.id), deal)
    await store.write(({ events }) => events.append(anEvent()))
    await woken.promise
    stop()
    admin = new pg.Client(databaseUrl)
    await admin.connect()
  })

  it('events of another cluster, in a dump that was loaded, are dropped', async () => {
    await admin.query(`insert into events
      (transaction, at, type, resource, resource_id, revision, partner_ids, is_draft)
      values ('4000000000', now(), 'x', 'deal', 'x', 1, '{}', false)`)
    await admin.query(`update event_horizon set transaction = '4000000001'`)
    const again = await openStore({ databaseUrl })
    const start = await again.read.events.end()
    await again.write(({ events }) => events.append(anEvent({ type: 'own' })))
    const read = await again.read.events.after(start, 5)
    await again.close()

    assert.deepEqual(
      read?.events.map(({ type }) => type),
      ['own'],
    )
  })
})

it('a database that is not there is refused with what to look at', async () => {
  const closed = openStore({ databaseUrl: 'postgres://127.0.0.1:9/none' })

  await assert.rejects(closed, /cannot be reached: connect ECONNREFUSED .* Check DATABASE_URL/)
})
