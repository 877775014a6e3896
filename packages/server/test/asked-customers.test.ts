import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, aDeal, register, testApp, type Person } from './app.ts'

const limits = { customersPerHour: 2, requestsPerMinute: 100_000 }
const check = (person: Person, companyName: string, more: object = {}) =>
  person.send('POST', '/deals/availability', { body: { companyName, ...more } })

test('checks and registrations count the different customers of a user together', async () => {
  const app = await testApp({ limits })
  const [ada, sam] = [await app.signIn('ada'), await app.signIn('sam')]
  const acme = { customer: { companyName: 'Acme GmbH' } }

  const answers = [
    await check(ada, 'Acme'),
    await check(ada, 'ACME gmbh', { country: 'DE' }),
    await ada.send('POST', '/deals', { body: aDeal(acme) }),
    await ada.send('POST', '/deals', { body: aDeal() }),
    await check(ada, 'Third'),
    await ada.send('POST', '/deals', { body: aDeal() }),
    await check(ada, 'Acme'),
    await check(sam, 'Third'),
  ]

  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 201, 201, 429, 429, 200, 200],
  )
  const refused = answers[4]!
  assert.equal(refused.body.code, 'rate-limited')
  assert.equal(refused.headers.get('retry-after'), '3600')
  app.time.now += 3_600_000
  assert.equal((await check(await app.signIn('ada'), 'Third')).status, 200)
})

test('sending in and withdrawing asks no more customers than checking does', async () => {
  const app = await testApp({ limits })
  const ada = await app.signIn('ada')
  for (let count = 0; count < 2; count++)
    await act(ada, await register(ada), { action: 'withdraw' })
  const draft = await register(ada, { status: 'draft' })

  const refused = await act(ada, draft, { action: 'submit' })
  const { body: unchanged } = await ada.send('GET', `/deals/${draft.id}`)

  assert.deepEqual([refused.status, refused.body.code], [429, 'rate-limited'])
  assert.deepEqual([unchanged.status, unchanged.revision], ['draft', draft.revision])
})

test('a repeated or refused registration asks for no further customer', async () => {
  const app = await testApp({ limits })
  const ada = await app.signIn('ada')
  const sent = { body: aDeal(), headers: { 'idempotency-key': 'k' } }
  for (let count = 0; count < 3; count++) await ada.send('POST', '/deals', sent)
  for (let count = 0; count < 3; count++)
    await ada.send('POST', '/deals', { body: aDeal({ consents: {} }) })

  assert.equal((await check(ada, 'Second')).status, 200)
})

test('all processes over one store count together', async () => {
  const app = await testApp({ limits })
  const other = await testApp({ limits, store: app.store })
  const { token } = await app.signIn('ada')
  const ask = (to: typeof app, companyName: string) =>
    to.fetch('POST', '/v1/deals/availability', token, { body: { companyName } })

  const answers = [await ask(app, 'One'), await ask(other, 'Two'), await ask(other, 'Three')]

  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 429],
  )
})

test('each check is written down without the customer’s name', async () => {
  const app = await testApp({ limits })
  const ada = await app.signIn('ada')
  for (const name of ['Acme', 'Acme', 'Second', 'Third']) await check(ada, name)

  const asked = app.store.auditTrail.filter(({ action }) => action === 'deals.checkAvailability')
  assert.deepEqual(
    asked.map(({ userId }) => userId),
    ['ada', 'ada', 'ada'],
  )
  assert.ok(!JSON.stringify(asked).includes('Acme'))
})
