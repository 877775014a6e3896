import assert from 'node:assert/strict'
import { test } from 'node:test'
import { backend, until } from '../test/backend.ts'
import { mockTimers } from '../test/mock-timers.ts'

const product = { id: 'p1', externalIds: {}, sku: 'S', name: 'Press', listPrices: [] }
const file = { id: 'f1', name: 'a.pdf', mediaType: 'application/pdf', size: 1, status: 'ready' }
const createdAt = '2026-11-21T12:00:00.000Z'

test('an answer that drifts is delivered as it is and reported with its place', async (t) => {
  const items = [product, { ...product, name: 7, listPrices: [{ amount: '1,5', currency: 'EUR' }] }]
  const { client, diagnostics } = await backend(
    t,
    () => ({ body: { items }, headers: { 'request-id': 'r-7' } }),
    { validation: 'report' },
  )

  assert.deepEqual((await client.products.list()).items, items)

  await until(() => diagnostics.length === 2)
  assert.deepEqual(
    diagnostics.map((drift) => ({ ...drift, message: '' })),
    [
      { pointer: '/items/1/name', code: 'invalid-type' },
      { pointer: '/items/1/listPrices/0/amount', code: 'invalid-format' },
    ].map((drift) => ({
      type: 'contract-drift',
      operation: 'products.list',
      requestId: 'r-7',
      message: '',
      ...drift,
    })),
  )
})

test('one place is reported once, whichever record shows it', async (t) => {
  const { client, diagnostics } = await backend(
    t,
    (_, index) => ({
      body: {
        items:
          index < 2
            ? [
                { ...product, name: 7 },
                { ...product, name: 8 },
              ]
            : [7],
      },
    }),
    { validation: 'report' },
  )

  await client.products.list()
  await client.products.list()
  await client.products.list()

  await until(() => diagnostics.some((drift) => 'pointer' in drift && drift.pointer === '/items/0'))
  assert.equal(diagnostics.length, 2)
})

test('strict refuses what drifts', async (t) => {
  const { client } = await backend(t, () => ({ body: { ...file, createdAt: 'yesterday' } }), {
    validation: 'strict',
  })

  await assert.rejects(client.files.get({ params: { id: 'f1' } }), {
    name: 'ContractError',
    code: 'contract-drift',
    pointer: '/createdAt',
    message: /^GET \/files\/\{id\} broke the contract at \/createdAt/,
  })
})

test('strict lets more fields and new values of an enum pass: they come with a later contract', async (t) => {
  const body = { ...file, createdAt, status: 'archived', retention: 'P1Y' }
  const { client } = await backend(t, () => ({ body }), { validation: 'strict' })

  assert.deepEqual(await client.files.get({ params: { id: 'f1' } }), body)
})

test('every operation with a schema is held against it', async (t) => {
  const { client } = await backend(
    t,
    ({ method }) => ({
      status: method === 'POST' ? 201 : 200,
      body: { id: 'x', items: [{}], file: {} },
    }),
    { validation: 'strict' },
  )
  const params = { id: 'x' }

  for (const call of [
    () => client.discovery.get(),
    () => client.me.get(),
    () => client.users.list(),
    () => client.partners.list(),
    () => client.forms.get({ params: { name: 'deal' } }),
    () => client.files.create({ body: { name: 'a', mediaType: 'a/b', size: 1 } }),
    () => client.eventLog.list(),
    () => client.deals.list(),
    () => client.deals.get({ params }),
    () => client.deals.listTimeline({ params }),
  ])
    await assert.rejects(Promise.resolve(call()), { code: 'contract-drift' })
})

test('at most twenty answers wait to be looked at', async (t) => {
  mockTimers(t, { apis: ['setTimeout'] })
  const { client, diagnostics } = await backend(
    t,
    (_, index) => {
      const key = `k${String.fromCharCode(97 + index)}`
      return { body: { items: [{ ...product, externalIds: { [key]: 7 } }] } }
    },
    { validation: 'report' },
  )
  for (let count = 0; count < 22; count++) await client.products.list()
  const tickUntil = (length: number) =>
    until(() => {
      t.mock.timers.tick(1)
      return diagnostics.length >= length
    })
  await tickUntil(20)

  await client.products.list()
  await tickUntil(21)

  assert.equal(diagnostics.length, 21)
  assert.match(JSON.stringify(diagnostics.at(-1)), /externalIds\/kw/)
})
