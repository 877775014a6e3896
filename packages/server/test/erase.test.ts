// A person with traces in every resource leaves all of them; records and sums stay.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { memoryFiles, memoryStore, seed, type Store } from '../src/index.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import type { Tables } from '../src/store/store.ts'
import { register, testApp } from './app.ts'
import { aSeller, seedBoards } from './board-records.ts'
import { seedLibrary } from './library-records.ts'
import { startPostgres, type NativePostgres } from './native-postgres.ts'
import { aFile, anAnnouncement, noon, seedContent } from './records.ts'
import { aLaunch, anEnrolment, heldBy, seedAcademy } from './training-records.ts'

const erika = aSeller('user_erika_0815', 'north', {
  ...{ name: 'Erika Zöllner', email: 'erika.zoellner@north.example', role: 'partner_admin' },
  externalIds: { key: 'U-0815' },
})
const words = [erika.id, erika.name, erika.email].map((word) => word.toLowerCase())
const namesHer = (text: string) => words.some((word) => text.toLowerCase().includes(word))

/** Tables that hold nothing about people. A new table is named here, or Erika gets a trace in it below. */
const impersonal = [
  ...['accounts', 'article_bodies', 'articles', 'asset_files', 'asset_uses', 'assets'],
  ...['badge_keys', 'board_bands', 'board_pulses', 'boards', 'certifications', 'classes'],
  ...['content_files', 'course_packages', 'courses', 'customer_keys', 'event_horizon'],
  ...['file_storage', 'folders', 'forms', 'package_files', 'partner_pasts', 'partners', 'paths'],
  ...['point_names', 'processes', 'products', 'record_partners', 'records', 'sections'],
  ...['settings', 'signing_keys', 'text_documents', 'text_parts', 'text_words', 'migrations'],
  ...['tier_standings'],
]

async function open(store: Store) {
  const fileStore = memoryFiles()
  await seedBoards(store)
  await seedContent(store)
  await seedLibrary(store, fileStore)
  const now = new Date().toISOString()
  await store.write(async (tables) => {
    await tables.users.put([erika])
    await seedAcademy(tables, now, [heldBy(erika.id)])
    await leaveTraces(tables)
  })
  const app = await testApp({ store, fileStore, clock: () => Date.parse(now) })
  return { ...app, person: await app.signIn(erika.id), mona: await app.signIn('mona') }
}

/** The traces that no request leaves at once. */
async function leaveTraces(tables: Tables): Promise<void> {
  const author = { userId: erika.id, name: erika.name, side: 'partner' as const }
  await tables.enrolments.put([
    anEnrolment({
      ...{ id: 'enrolled', userId: erika.id, partnerId: 'north', courseId: 'basics' },
      registration: 'registered',
    }),
  ])
  const actor = { objectType: 'Agent', account: { homePage: 'https://a.example', name: erika.id } }
  await tables.launches.put([aLaunch({ id: 'launched', enrolmentId: 'enrolled', actor } as never)])
  const said = { id: 'said', actor, verb: { id: 'v' }, object: { id: 'o' } }
  await tables.statements.insert([
    {
      ...{ id: 'said', registration: 'r', storedAt: noon, timestamp: noon },
      statement: JSON.stringify(said),
    },
  ])
  for (const [place, id] of [
    [['activities/state', 'a', `https://a.example#${erika.id}`, ''], 'bookmark'],
    [['scorm', 'registered', 'one'], 'cmi'],
  ] as const)
    await tables.documents.put({
      ...{ place: JSON.stringify(place), id, updatedAt: noon, hash: 'h' },
      ...{ mediaType: 'application/json', body: JSON.stringify({ learner: erika.name }) },
    })
  await tables.files.insert(aFile({ userId: erika.id, partnerId: 'north' }))
  await tables.work.add(
    [{ id: 'mail', kind: 'mail', resource: 'users', resourceId: erika.id }],
    noon,
  )
  const search = { id: 'search', resource: 'articles', text: erika.name, language: 'en' }
  await tables.searches.note([{ ...search, found: 0, lastAt: noon }])
  await tables.tiers.addChange({
    ...{ id: 'change', partnerId: 'north', at: noon, to: 'Gold', actor: author },
    reason: { code: 'other', text: `Asked by ${erika.name}` },
  })
  const news = anAnnouncement()
  const texts = { en: { ...news.texts['en']!, title: `Welcome, ${erika.name}` } }
  await tables.announcements.put([{ ...news, texts }])
  await tables.content.put('users', [{ key: 'U-0815', id: erika.id, hash: 'h' }])
  await tables.rateLimits.hit(`user ${erika.id}`, 60, noon)
}

type Opened = Awaited<ReturnType<typeof open>>

/** Does a bit of everything as Erika; answers the deal. */
async function useEverything({ person, mona, vendorBackend }: Opened) {
  const ok = async (answer: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await answer
    assert.ok(status < 300, JSON.stringify(body))
    // oxlint-disable-next-line typescript/no-explicit-any
    return body as any
  }
  const deal = await register(person)
  await ok(person.send('POST', `/deals/${deal.id}/comments`, { body: { text: 'From me' } }))
  await ok(
    mona.send('POST', `/deals/${deal.id}/comments`, {
      body: { text: `Thank you, ${erika.name} (${erika.email})` },
    }),
  )
  const news = (await ok(person.send('GET', '/announcements'))).items[0]
  await ok(person.send('POST', `/announcements/${news.id}/read`))
  await ok(
    person.send('POST', '/articles/reset-logger/ratings', {
      body: { helpful: false, reason: 'unclear', comment: 'I am lost', language: 'en', version: 1 },
    }),
  )
  await ok(person.send('POST', '/articles/reset-logger/saved'))
  await ok(person.send('POST', '/assets/visits'))
  await ok(person.send('POST', '/assets/overview/favourite'))
  await ok(person.send('POST', '/assets/overview/views', { body: {} }))
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
  await ok(
    person.send('POST', '/shares', { body: { assetIds: ['overview'], label: 'Berg', expiresAt } }),
  )
  await ok(person.send('POST', '/bundles', { body: { assetIds: ['overview'] } }))
  await ok(person.send('POST', '/classes/kiel/booking'))
  await ok(person.send('POST', '/training-feed'))
  const row = { externalIds: { key: 'own' }, rule: 'deed', points: 44, partnerId: 'north' }
  await ok(
    vendorBackend('POST', '/points/bulk', { body: { rows: [{ ...row, userId: erika.id }] } }),
  )
  const mine = await ok(person.send('GET', '/boards/sellers/mine'))
  await ok(
    person.send('PATCH', '/boards/sellers/mine', {
      body: { visible: true },
      headers: { 'if-match': `"${mine.revision}"` },
    }),
  )
  return deal as { id: string }
}

const erase = ({ vendorBackend }: Opened, email = erika.email) =>
  vendorBackend('POST', `/users/${erika.id}/erasure`, { body: { email } })

/** Everything that holds of an erased person, whatever the store. */
async function checkErased(opened: Opened, deal: { id: string }, before: unknown) {
  const { mona, person, vendorBackend, store } = opened
  const wrong = await erase(opened, 'ada@north.example')
  assert.deepEqual([wrong.status, wrong.body.errors[0].pointer], [422, '/email'])
  const exported = await vendorBackend('GET', `/users/${erika.id}/export`)
  assert.equal(exported.body.user.email, erika.email)
  const kinds = new Set(exported.body.records.map(({ kind }: { kind: string }) => kind))
  assert.ok(kinds.size >= 10, [...kinds].join())
  assert.ok(!namesHer(JSON.stringify((await mona.send('GET', `/users/none/export`)).body)))

  const { status, body } = await erase(opened)

  assert.equal(status, 200)
  assert.ok(body.records > 20)
  assert.equal((await person.send('GET', '/me')).status, 401)
  assert.equal((await erase(opened)).status, 404)
  const history = (await mona.send('GET', `/deals/${deal.id}/timeline`)).body.items
  assert.ok(history.some(({ actor }: never) => (actor as { name: string }).name === 'Former user'))
  const said = (await mona.send('GET', `/deals/${deal.id}/comments`)).body.items
  assert.ok(
    said.some(({ text }: { text: string }) => text.startsWith('Thank you, Former user (gone_')),
  )
  assert.deepEqual(await sumsOf(opened), before, 'the sums stay')
  const sheet = { boardId: 'sellers', period: 'all', group: '' }
  const [place] = (await store.read.boards.entries(sheet, { above: 0, below: 50 })).filter(
    ({ subject }) => subject.endsWith(`/${body.pseudonym}`),
  )
  assert.deepEqual([place?.score, place?.visible], [44, false])
  const shown = (await mona.send('GET', '/boards/sellers/entries')).body.items ?? []
  assert.ok(!namesHer(JSON.stringify(shown)))
  const again = await vendorBackend('POST', '/sessions', { body: { user: { email: erika.email } } })
  assert.ok(again.status >= 400)
}

/** The scores of the board of people, in their order. */
async function sumsOf({ store }: Opened) {
  const sheet = { boardId: 'sellers', period: 'all', group: '' }
  return (await store.read.boards.entries(sheet, { above: 0, below: 50 })).map(({ score }) => score)
}

describe('erasing a person', () => {
  let server: NativePostgres
  before(async () => (server = await startPostgres()))
  after(() => server.stop())

  it('leaves nothing of them in memory', async () => {
    const store = await seeded()
    const opened = await open(store)
    const deal = await useEverything(opened)
    const sums = await sumsOf(opened)
    const dump = async () => (await store.read.traces.find([''])).map((row) => JSON.stringify(row))
    assert.ok((await dump()).filter(namesHer).length > 20)

    await checkErased(opened, deal, sums)

    assert.deepEqual((await dump()).filter(namesHer), [])
    assert.ok(!namesHer(JSON.stringify(store.auditTrail)))
  })

  it('leaves nothing of them in any table of PostgreSQL, where each has a trace or holds no person', async () => {
    const databaseUrl = await server.database()
    await using store = Object.assign(await openStore({ databaseUrl }), {
      [Symbol.asyncDispose]: () => store.close(),
    }) as Store & AsyncDisposable
    await seed(store)
    const opened = await open(store)
    const deal = await useEverything(opened)
    const client = new pg.Client(databaseUrl)
    await client.connect()
    const catalogue = async (columns: string) =>
      (
        await client.query<Record<string, string>>(
          `select ${columns} from information_schema.columns join information_schema.tables
            using (table_schema, table_name)
            where table_schema = current_schema() and table_type = 'BASE TABLE'`,
        )
      ).rows
    const names = [...new Set((await catalogue('table_name')).map((row) => row['table_name']!))]
    const withHer = async () => {
      const found: string[] = []
      for (const name of names) {
        const { rows } = await client.query(`select to_jsonb(t)::text as row from "${name}" t`)
        if (rows.some(({ row }: { row: string }) => namesHer(row))) found.push(name)
      }
      return found
    }
    // Erika has access; a row by hand stands for those who have none any more.
    await client.query('insert into former_user_partners values ($1, $2, $3)', [
      ...['south', erika.name.toLowerCase(), erika.id],
    ])
    try {
      const traces = await withHer()
      const unknown = names.filter((name) => !traces.includes(name) && !impersonal.includes(name))
      assert.deepEqual(unknown, [], 'each of these needs a trace of Erika here, or holds no person')
      // Kinds of columns that a rewriting does not reach.
      const types = new Set((await catalogue('distinct udt_name as type')).map(({ type }) => type))
      for (const type of ['varchar', 'bpchar', 'json', '_varchar', '_jsonb', 'citext', 'xml'])
        assert.ok(!types.has(type), `a column of the type ${type}`)

      await checkErased(opened, deal, await sumsOf(opened))

      assert.deepEqual(await withHer(), [])
      await assert.rejects(client.query(`update audit set at = now()`), /append-only/)
    } finally {
      await client.end()
    }
  })

  it('is refused to partners and to managers of other partners', async () => {
    const opened = await open(await seeded())
    const { signIn, mona } = opened
    const body = { email: erika.email }
    const path = `/users/${erika.id}`
    assert.equal(
      (await (await signIn('ada')).send('POST', `${path}/erasure`, { body })).status,
      403,
    )
    const paul = await signIn('paul')
    assert.equal((await paul.send('POST', `${path}/erasure`, { body })).status, 404)
    assert.equal((await paul.send('GET', `${path}/export`)).status, 404)
    const own = await mona.send('POST', '/users/mona/erasure', {
      body: { email: 'mona@vendor.example' },
    })
    assert.equal(own.body.code, 'state-conflict')
  })
})

async function seeded() {
  const store = memoryStore()
  await seed(store)
  return store
}
