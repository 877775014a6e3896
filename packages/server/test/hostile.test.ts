import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { Problem } from '@prmkit/contract'
import { isCovered } from '@prmkit/contract/rules'
import { memoryFiles, memoryStore, seed, type Store } from '../src/index.ts'
import { openStore } from '../src/postgres/engine/connect.ts'
import { act, apiKey, register, start, testApp, type TestApp } from './app.ts'
import { contentBodies } from './content-bodies.ts'
import {
  fieldsOf,
  hostileValues,
  operations,
  placesOf,
  pointerTo,
  random,
  spoilt,
} from './hostile.ts'
import { seedLibrary } from './library-records.ts'
import { startPostgres, type NativePostgres } from './native-postgres.ts'
import { seedAcademy } from './training-records.ts'
import type { Operation, Place } from './hostile.ts'

const money = { amount: '10.00', currency: 'EUR' }
const customer = {
  ...{ companyName: 'Spoilt', website: 'https://spoilt.example/', country: 'DE', street: 'A 1' },
  ...{ city: 'Kiel', postalCode: '24103', industry: 'Water' },
}
const contact = {
  ...{ firstName: 'Ada', lastName: 'Berg', email: 'ada@spoilt.example', phone: '+4943112345' },
  jobTitle: 'Buyer',
}
const content = {
  ...{ name: 'Spoilt', type: 'new', customer, contact, problem: 'None', amount: money },
  lines: [{ productId: 'pump', quantity: 2, unitPrice: money }],
  ...{ expectedCloseDate: '2027-01-31', stage: 'qualified', nextStep: 'Call' },
  ...{ distributorId: 'hub', fileIds: [], custom: { tender: false }, externalIds: { crm: 'x' } },
  consents: { terms: { version: '2026-01', given: true } },
}
const reason = { code: 'other', text: 'Because' }

/** Bodies that have every field, to be spoilt at each of them. */
const bodies: Record<string, object[]> = {
  'sessions.create': [
    { user: { id: 'ada' }, partnerId: 'north', origins: ['https://a.example'], lifetime: 600 },
    { user: { externalId: 'crm-mona' }, partnerId: 'north', viewAs: true },
    { user: { email: 'ada@north.example' } },
  ],
  'files.create': [{ name: 'a.pdf', mediaType: 'application/pdf', size: 3 }],
  'deals.create': [
    { status: 'submitted', formVersion: '3', ...content },
    { status: 'draft', ...content },
  ],
  'deals.update': [{ formVersion: '3', ...content }],
  'deals.checkAvailability': [
    { companyName: 'A', website: 'https://a.example', country: 'DE', productIds: ['pump'] },
  ],
  'deals.addComment': [{ text: 'Hello' }],
  'deals.attach': [{ fileId: 'file_x' }],
  ...contentBodies,
  'boards.setMine': [{ visible: true }],
  'points.bulk': [
    {
      rows: [
        {
          ...{ externalIds: { key: 'k' }, rule: 'deed', points: 1, partnerId: 'north' },
          ...{ userId: 'ada', at: '2026-11-20T10:00:00.000Z', text: 'A visit' },
        },
      ],
    },
  ],
  'points.reverse': [{ reason: { code: 'mistake', text: 'Twice' } }],
  'tiers.set': [{ tier: 'Gold', reason: { code: 'merit', text: 'Thanks' } }],
  'deals.act': [
    { action: 'submit' },
    { action: 'resubmit' },
    { action: 'withdraw', reason },
    { action: 'start_review' },
    { action: 'approve', protectedUntil: '2026-12-31', text: 'Good' },
    { action: 'return', reason, respondUntil: '2026-12-31', editableFields: ['/contact'] },
    { action: 'reject', reason },
    { action: 'decline', reason },
    { action: 'mark_duplicate', duplicateOf: '{other}', reason },
    { action: 'appeal', text: 'Please' },
    { action: 'convert', opportunity: { id: '1', system: 'crm', url: 'https://crm.example/1' } },
    { action: 'close', outcome: 'won', reason },
    { action: 'release', reason },
    { action: 'request_extension', until: '2027-02-28', text: 'More', fileIds: [] },
    { action: 'grant_extension', until: '2027-02-28' },
    { action: 'refuse_extension', reason },
    { action: 'reopen', protectedUntil: '2027-02-28' },
    { action: 'hand_over', ownerUserId: 'sam' },
  ],
}

/** Where an action is possible: what was done before, and who does it. */
const review = [{ action: 'start_review' }]
const approved = [...review, { action: 'approve', protectedUntil: '2026-12-31' }]
const done: Record<string, object[]> = {
  resubmit: [...review, { action: 'reject', reason }],
  ...{ approve: review, return: review, reject: review, decline: review, mark_duplicate: review },
  appeal: [...review, { action: 'decline', reason }],
  ...{ convert: approved, close: approved, release: approved, request_extension: approved },
  grant_extension: [...approved, { action: 'request_extension', until: '2027-01-31', text: 'x' }],
  refuse_extension: [...approved, { action: 'request_extension', until: '2027-01-31', text: 'x' }],
}
const ofPartner = ['submit', 'resubmit', 'withdraw', 'appeal', 'release', 'request_extension']
const isPartners = (action: string) => [...ofPartner, 'close', 'hand_over'].includes(action)

interface Attempt {
  operation: Operation
  body: object
  place: Place
  value: unknown
}

const withBody = operations.filter(({ body }) => body !== undefined)
const attempts: Attempt[] = withBody.flatMap((operation) =>
  (bodies[operation.id] ?? []).flatMap((body) =>
    placesOf(body).flatMap((place) => [
      ...hostileValues.map((value) => ({ operation, body, place, value })),
      { operation, body, place: [...place, 'hos~tile/'], value: 1 },
    ]),
  ),
)

describe('a hostile client', () => {
  it('knows every field of every request', () => {
    for (const { id, body } of withBody) {
      const known = new Set(
        (bodies[id] ?? []).flatMap((one) =>
          placesOf(one).map((place) =>
            place
              .filter((step) => typeof step === 'string')
              .map((step) => `.${step}`)
              .join(''),
          ),
        ),
      )
      assert.deepEqual(
        fieldsOf(body ?? {}).filter((field) => !known.has(field)),
        [],
        id,
      )
    }
  })
})

/** Makes every attempt and holds each answer to what the contract promises of refusals. */
async function attack(app: TestApp, chosen: readonly Attempt[], traces: () => Promise<string>) {
  const [ada, mona] = [await app.signIn('ada'), await app.signIn('mona')]
  let deal: { id: string; revision: number } | undefined
  let made: object | undefined
  const other = await register(ada)
  let baseline = await traces()

  async function dealFor({ operation, body }: Attempt) {
    if (made === body && deal) return deal
    const { action = '' } = body as { action?: string }
    const asDraft = operation.id === 'deals.update' || action === 'submit'
    deal = await register(ada, asDraft ? { status: 'draft' } : {})
    for (const step of done[action] ?? []) {
      const person = isPartners((step as { action: string }).action) ? ada : mona
      const answer = await act(person, deal!, step)
      assert.equal(answer.status, 200, JSON.stringify(answer.body))
      deal = answer.body
    }
    made = body
    baseline = await traces()
    return deal
  }

  for (const attempt of chosen) {
    const { operation, body, place, value } = attempt
    const { action = '' } = body as { action?: string }
    const needsDeal = operation.path.includes('/deals/{id}')
    const target = needsDeal ? await dealFor(attempt) : undefined
    const who =
      operation.id === 'sessions.create'
        ? apiKey
        : (needsDeal && action && !isPartners(action) ? mona : ada).token
    const evidence = () =>
      `${operation.id} ${JSON.stringify(body).slice(0, 60)} ${pointerTo(place)} = ${JSON.stringify(value)?.slice(0, 60)} → ${answer.status} ${JSON.stringify(answer.body).slice(0, 600)}`
    const answer = await app.fetch(
      operation.method,
      operation.path.replace('{id}', target?.id ?? ''),
      who,
      {
        body: spoilt(body, place, value).replace('{other}', other.id),
        headers: target && operation.conditional ? { 'if-match': `"${target.revision}"` } : {},
      },
    )
    if (answer.status < 300) {
      if (operation.conditional) made = undefined
      baseline = await traces()
      continue
    }
    const problem = Problem.safeParse(answer.body)
    assert.ok(problem.success, evidence())
    assert.equal(answer.headers.get('content-type'), 'application/problem+json', evidence())
    assert.ok(answer.status < 500, evidence())
    if (answer.status === 422) assert.ok(namesPlace(problem.data, place), evidence())
    assert.equal(await traces(), baseline, `Something was left behind: ${evidence()}`)
  }
}

/** Values that are right in themselves and make something else wrong. */
const consequences: Record<string, string> = {
  '/viewAs': '/partnerId',
  '/custom/tender': '/custom/tenderNumber',
}

function namesPlace({ errors = [] }: Problem, place: Place): boolean {
  const pointer = pointerTo(place)
  return errors.some(
    (one) =>
      isCovered(one.pointer, [pointer, consequences[pointer] ?? pointer]) ||
      isCovered(pointer, [one.pointer]),
  )
}

/** A part of all attempts: the same at each run. */
function some(part: number): Attempt[] {
  const next = random(7)
  return attempts.filter(() => next() < part)
}

const limits = { requestsPerMinute: 1e6, customersPerHour: 1e6 }

/** The records that the bodies name. */
async function fill(store: Store) {
  await seed(store)
  await seedLibrary(store, memoryFiles())
  await store.write((tables) => seedAcademy(tables, new Date(start).toISOString()))
}

describe('a hostile client over memory', () => {
  const groups = Map.groupBy(some(0.25), ({ operation }) => operation.id)
  for (const [id, chosen] of groups)
    it(`is refused by ${id} at each of its ${chosen.length} attempts, or rightly not`, async () => {
      const store = memoryStore()
      await fill(store)
      const app = await testApp({ store, limits })
      const { auditTrail, read } = store
      await attack(app, chosen, async () => `${await read.events.end()} ${auditTrail.length}`)
    })
})

describe('a hostile client over PostgreSQL', () => {
  let server: NativePostgres
  let store: Store
  let admin: pg.Client
  before(async () => {
    server = await startPostgres()
    const databaseUrl = await server.database()
    store = await openStore({ databaseUrl })
    await fill(store)
    admin = new pg.Client(databaseUrl)
    await admin.connect()
  })
  after(async () => {
    await admin.end()
    await store.close()
    await server.stop()
  })

  it('finds nothing at an address with a character that no name has', async () => {
    const app = await testApp({ store, limits })
    const { token } = await app.signIn('ada')
    const ids = ['%00', 'a%00b', '%07', '%C2%85', '%ED%A0%80']
    const places = [
      ...['/s/{id}', '/s/{id}/files/{id}', '/credentials/{id}', '/credentials/{id}/badge'],
      ...['/credentials/status/{id}', '/calendar/{id}', '/v1/files/{id}/content'],
      ...operations.map(({ path }) => path.replaceAll(/\{\w+\}/g, '{id}')),
    ]
    for (const place of places.filter((path) => path.includes('{id}')))
      for (const id of ids) {
        const path = place.replaceAll('{id}', id)
        const { status } = await app.fetch('GET', path, token)
        assert.ok(status >= 400 && status < 500, `${path} → ${status}`)
      }
  })

  it('is refused at every attempt, or rightly not', async () => {
    const tables = [
      'deals',
      'records',
      'record_partners',
      'events',
      'audit',
      'timeline',
      'comments',
      'files',
      'sessions',
    ]
    const counts = tables.map((table) => `(select count(*) from ${table})`).join(` || ' ' || `)
    const sums = `(select coalesce(sum((record->>'revision')::int), 0) from deals)`
    const traces = async () =>
      (await admin.query(`select ${counts} || ' ' || ${sums} as traces`)).rows[0].traces

    await attack(await testApp({ store, limits }), some(0.03), traces)
  })
})
