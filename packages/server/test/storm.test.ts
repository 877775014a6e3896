import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { seed, type Store } from '../src/index.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import { aDeal, testApp, type Sent, type TestApp } from './app.ts'
import { random } from './hostile.ts'
import { startPostgres, type NativePostgres } from './native-postgres.ts'

const reason = { code: 'other' }
const actions: [who: string, action: object][] = [
  ['ada', { action: 'submit' }],
  ['ada', { action: 'resubmit' }],
  ['ada', { action: 'withdraw' }],
  ['mona', { action: 'start_review' }],
  ['mona', { action: 'approve', protectedUntil: '2026-12-31' }],
  ['mona', { action: 'return', reason, respondUntil: '2026-12-31', editableFields: ['/name'] }],
  ['mona', { action: 'reject', reason }],
  ['mona', { action: 'mark_duplicate' }],
  ['ada', { action: 'appeal', text: 'Please' }],
  ['ada', { action: 'request_extension', until: '2027-06-30', text: 'More' }],
  ['mona', { action: 'grant_extension' }],
  ['mona', { action: 'refuse_extension', reason }],
  ['ada', { action: 'hand_over', ownerUserId: 'cleo' }],
]

/** What must never be found, however requests cross one another. */
const impossible: Record<string, string> = {
  'a revision without its one event': `select d.id from deals d join (
      select resource_id, count(*) as told from events
      where type not like '%.commented' and type not like '%.unblocked' group by resource_id
    ) e on e.resource_id = d.id where e.told <> (d.record->>'revision')::int`,
  'a file in two deals': `select f from deals, jsonb_array_elements_text(record->'fileIds') f
    group by f having count(*) > 1`,
  'a file that is gone, in a deal': `select f from deals, jsonb_array_elements_text(record->'fileIds') f
    where not exists (select from files where id = f and used_by = deals.id)`,
  'a file that its deal does not know': `select id from files where used_by is not null and not exists (
      select from deals d where d.id = used_by and d.record->'fileIds' ? files.id)`,
  'two that are protected for one customer': `select k from deals, unnest(customer_keys) k
    where status = 'approved' group by k having count(*) > 1`,
  'a key that nobody gave back': 'select key from idempotency where answer is null',
}

let server: NativePostgres
const stores: Store[] = []
let apps: TestApp[] = []
let admin: pg.Client
const tokens: Record<string, string> = {}

before(async () => {
  server = await startPostgres()
  const databaseUrl = await server.database()
  for (let count = 0; count < 3; count++)
    stores.push(await openStore({ databaseUrl, connections: 5 }))
  await seed(stores[0]!)
  const limits = { requestsPerMinute: 1e6, customersPerHour: 1e6 }
  apps = await Promise.all(stores.map((store) => testApp({ store, limits })))
  for (const name of ['ada', 'mona']) tokens[name] = (await apps[0]!.signIn(name)).token
  admin = new pg.Client(databaseUrl)
  await admin.connect()
})
after(async () => {
  await admin.end()
  for (const store of stores) await store.close()
  await server.stop()
})

const next = random(11)
const pick = <One>(list: readonly One[]) => list[Math.floor(next() * list.length)]!
const send = (who: string, method: string, path: string, sent: Sent = {}) =>
  pick(apps).fetch(method, `/v1${path}`, tokens[who], sent)

const deals: string[] = []
const files: string[] = []

async function create(status: string, fileIds: string[] = []) {
  const website = `https://same-${Math.floor(next() * 3)}.example.com/`
  const body = aDeal({ status, fileIds, customer: { companyName: website.slice(8, 14), website } })
  const answer = await send('ada', 'POST', '/deals', { body })
  if (answer.status === 201) deals.push(answer.body.id)
  return answer
}

async function upload() {
  const body = { name: 'a.txt', mediaType: 'text/plain', size: 1 }
  const { app, fetch } = apps[0]!
  const { url, headers, file } = (await fetch('POST', '/v1/files', tokens['ada'], { body })).body
  await app.fetch(new Request(url, { method: 'PUT', headers, body: 'x' }))
  await fetch('POST', `/v1/files/${file.id}/complete`, tokens['ada'])
  files.push(file.id)
}

/** One request of somebody who has just read the registration. */
async function anything() {
  const id = pick(deals)
  const { body: seen } = await send('ada', 'GET', `/deals/${id}`)
  const headers = { 'if-match': `"${seen.revision}"` }
  const [who, action] = pick(actions)
  const attachments = `/deals/${id}/attachments`
  const doings: [share: number, () => Promise<{ status: number }>][] = [
    [0.5, () => send(who, 'POST', `/deals/${id}/actions`, { body: action, headers })],
    [
      0.15,
      () => send('ada', 'PATCH', `/deals/${id}`, { body: { nextStep: `${next()}` }, headers }),
    ],
    [0.15, () => send('ada', 'POST', attachments, { body: { fileId: pick(files) }, headers })],
    [0.07, () => send('ada', 'DELETE', `${attachments}/${pick(files)}`, { headers })],
    [0.03, () => send('ada', 'POST', `/deals/${id}/comments`, { body: { text: 'Hello' } })],
    [0.05, () => create('submitted', next() < 0.5 ? [pick(files)] : [])],
    [0.05, () => send('ada', 'DELETE', `/files/${pick(files)}`)],
  ]
  let place = next()
  const chosen = doings.find(([share]) => (place -= share) < 0) ?? doings[0]!
  const { status } = await chosen[1]()
  return status
}

test('a storm of writes over three processes leaves nothing that cannot be', async () => {
  for (let count = 0; count < 8; count++) await create(count % 2 ? 'draft' : 'submitted')
  for (let count = 0; count < 6; count++) await upload()
  const statuses: number[] = []
  for (let round = 0; round < 30; round++)
    statuses.push(...(await Promise.all(Array.from({ length: 15 }, anything))))

  assert.deepEqual(
    statuses.filter((status) => status >= 500),
    [],
  )
  assert.ok(statuses.filter((status) => status < 300).length > 50)
  assert.ok(statuses.includes(412), 'Nobody came too late.')
  for (const [what, query] of Object.entries(impossible))
    assert.deepEqual((await admin.query(query)).rows, [], what)
})
