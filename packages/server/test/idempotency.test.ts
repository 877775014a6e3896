import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memoryStore, seed } from '../src/index.ts'
import { act, aDeal, register, testApp, type Person, type TestApp } from './app.ts'

const count = async ({ store }: TestApp) =>
  (await store.read.deals.count({ scope: { kind: 'partner', partnerId: 'north' } })).total

const create = (person: Person, key: string, body: object) =>
  person.send('POST', '/deals', { body, headers: { 'idempotency-key': key } })

/** Another process over the same store, which falls asleep as it writes the effect of its request. */
async function slowProcess({ store }: TestApp, clock?: () => number) {
  const { promise: awake, resolve: wakeUp } = Promise.withResolvers<void>()
  let writes = 0
  const slow = await testApp({
    ...(clock && { clock }),
    store: {
      ...store,
      async write(work) {
        if (++writes === 3) await awake
        return store.write(work)
      },
    },
  })
  const asleep = async () => {
    while (writes < 3) await new Promise(setImmediate)
  }
  return { slow, asleep, wakeUp }
}

test('the same key and body make one deal, at once or one after the other', async () => {
  const app = await testApp()
  const ada = await app.signIn('ada')
  const body = aDeal()

  const answers = await Promise.all(Array.from({ length: 20 }, () => create(ada, 'k', body)))
  const later = await create(ada, 'k', body)

  assert.equal(await count(app), 1)
  assert.equal(later.status, 201)
  assert.equal(later.headers.get('etag'), '"1"')
  for (const { status, body: answered } of answers)
    if (status === 201) assert.deepEqual(answered, later.body)
    else assert.deepEqual([status, answered.code], [409, 'idempotency-in-progress'])
})

test('the same key with another body is refused, whatever the first came to', async () => {
  const app = await testApp()
  const ada = await app.signIn('ada')

  await create(ada, 'k', aDeal())
  const other = await create(ada, 'k', aDeal())

  assert.deepEqual([other.status, other.body.code], [422, 'idempotency-key-reused'])
  assert.equal(await count(app), 1)
})

test('a key belongs to one user and one operation', async () => {
  const app = await testApp()
  const [ada, cleo] = [await app.signIn('ada'), await app.signIn('cleo')]
  const body = aDeal()
  const first = await create(ada, 'k', body)
  const headers = { 'idempotency-key': 'k' }
  const comment = await ada.send('POST', `/deals/${first.body.id}/comments`, {
    ...{ headers, body: { text: 'Hello' } },
  })

  assert.equal((await create(cleo, 'k', body)).status, 201)
  assert.equal(comment.status, 201)
  assert.equal(await count(app), 2)
})

test('a kept answer about a file is not for somebody who has left its partner', async () => {
  const app = await testApp()
  const sent = {
    body: { name: 'a.txt', mediaType: 'text/plain', size: 2 },
    headers: { 'idempotency-key': 'k' },
  }
  const before = await app.signIn('ada')
  const first = await before.send('POST', '/files', sent)
  const again = await before.send('POST', '/files', sent)
  assert.deepEqual([first.status, again.body.file.id], [201, first.body.file.id])
  const record = { ...(await app.store.read.users.get('ada'))!, partnerIds: ['south'] }
  await app.store.write(({ users }) => users.put([record]))
  const after = await (await app.signIn('ada')).send('POST', '/files', sent)

  assert.deepEqual([after.status, after.body.code], [404, 'not-found'])
})

test('a key holds over sessions of the same user', async () => {
  const app = await testApp()
  const body = aDeal()
  const first = await create(await app.signIn('ada'), 'k', body)
  const second = await create(await app.signIn('ada'), 'k', body)

  assert.equal(second.body.id, first.body.id)
})

test('an answer is kept exactly when its effect is', async () => {
  const store = memoryStore()
  let broken = true
  const failing = {
    ...store,
    // A fault after everything was written, before the commit.
    write: <Result>(work: Parameters<typeof store.write<Result>>[0]) =>
      store.write<Result>(async (tables) => {
        const result = await work(tables)
        if (broken && JSON.stringify(result)?.includes('"status":201')) throw new Error('power cut')
        return result
      }),
  }
  await seed(store)
  const app = await testApp({ store: failing })
  broken = false
  const ada = await app.signIn('ada')
  const body = aDeal()

  broken = true
  const failed = await create(ada, 'k', body)
  const left = await count(app)
  broken = false
  const repeated = await create(ada, 'k', body)

  assert.deepEqual([failed.status, failed.body.code, left], [500, 'internal-error', 0])
  assert.equal(repeated.status, 201)
  assert.equal(await count(app), 1)
})

test('what a crashed process had claimed is free after 5 seconds of silence', async () => {
  const app = await testApp()
  let writes = 0
  // It dies after its claim: nothing that it writes arrives any more.
  const dying = await testApp({
    store: {
      ...app.store,
      write: (work) => (++writes > 2 ? Promise.reject(new Error('killed')) : app.store.write(work)),
    },
  })
  const ada = await app.signIn('ada')
  const body = aDeal()
  const send = (to: TestApp) =>
    to.fetch('POST', '/v1/deals', ada.token, { body, headers: { 'idempotency-key': 'k' } })

  const crashed = await send(dying)
  const tooSoon = await send(app)
  app.time.now += 5001
  const takenOver = await send(app)

  assert.equal(crashed.status, 500)
  assert.deepEqual([tooSoon.status, tooSoon.body.code], [409, 'idempotency-in-progress'])
  assert.ok(Number(tooSoon.headers.get('retry-after')) > 0)
  assert.equal(takenOver.status, 201)
  assert.equal(await count(app), 1)
})

test('a write that takes long keeps its key as long as its process gives signs of life', async (t) => {
  const app = await testApp()
  const { promise: awake, resolve: wakeUp } = Promise.withResolvers<void>()
  let writes = 0
  const slow = await testApp({
    clock: () => app.time.now,
    store: {
      ...app.store,
      async write(work) {
        if (++writes === 3) await awake
        return app.store.write(work)
      },
    },
  })
  const ada = await app.signIn('ada')
  const body = aDeal()
  const send = (to: TestApp) =>
    to.fetch('POST', '/v1/deals', ada.token, { body, headers: { 'idempotency-key': 'k' } })

  t.mock.timers.enable({ apis: ['setInterval'] })
  const first = send(slow)
  while (writes < 3) await new Promise(setImmediate)
  app.time.now += 4000
  t.mock.timers.tick(1500)
  app.time.now += 4000
  const meanwhile = await send(app)
  wakeUp()

  assert.deepEqual([meanwhile.status, meanwhile.body.code], [409, 'idempotency-in-progress'])
  assert.equal((await first).status, 201)
  assert.equal(await count(app), 1)
})

test('who comes back after the lease has gone to another changes nothing', async () => {
  const app = await testApp()
  const { slow, asleep, wakeUp } = await slowProcess(app)
  const ada = await app.signIn('ada')
  const body = aDeal()
  const send = (to: TestApp) =>
    to.fetch('POST', '/v1/deals', ada.token, { body, headers: { 'idempotency-key': 'k' } })

  const sleeper = send(slow)
  await asleep()
  app.time.now += 31_000
  const takenOver = await send(app)
  wakeUp()
  const late = await sleeper

  assert.equal(takenOver.status, 201)
  assert.deepEqual([late.status, late.body.code], [409, 'idempotency-in-progress'])
  assert.equal(await count(app), 1)
})

test('a refused request can be repeated with its key', async () => {
  const app = await testApp()
  const ada = await app.signIn('ada')
  const deal = await register(ada, { status: 'draft' })
  const headers = (revision: number) => ({ 'idempotency-key': 'k', 'if-match': `"${revision}"` })
  const patch = (revision: number, token = ada.token) =>
    app.fetch('PATCH', `/v1/deals/${deal.id}`, token, {
      ...{ body: { name: 'New' }, headers: headers(revision) },
    })

  const statuses = [await patch(1, 'x.y.z'), await patch(7), await patch(1), await patch(1)]

  assert.deepEqual(
    statuses.map(({ status }) => status),
    [401, 412, 200, 200],
  )
  assert.equal(statuses[3]?.body.revision, 2)
})

test('a repeated action gets its answer, although its revision is stale by then', async () => {
  const app = await testApp()
  const ada = await app.signIn('ada')
  const deal = await register(ada)
  const withdraw = () =>
    ada.send('POST', `/deals/${deal.id}/actions`, {
      body: { action: 'withdraw' },
      headers: { 'if-match': `"${deal.revision}"`, 'idempotency-key': 'w' },
    })

  const [first, second] = [await withdraw(), await withdraw()]

  assert.deepEqual([first.status, second.status], [200, 200])
  assert.deepEqual(second.body, first.body)
})

test('a kept answer is for nobody who may no longer see its record', async () => {
  const app = await testApp()
  const [ada, sam] = [await app.signIn('ada'), await app.signIn('sam')]
  const body = aDeal()
  const { body: deal } = await create(sam, 'k', body)
  await act(ada, deal, { action: 'hand_over', ownerUserId: 'cleo' })

  const again = await create(sam, 'k', body)

  assert.deepEqual([again.status, again.body.code], [404, 'not-found'])
})

test('a deleted draft stays answered', async () => {
  const app = await testApp()
  const ada = await app.signIn('ada')
  const { id } = await register(ada, { status: 'draft' })
  const headers = { 'if-match': '"1"', 'idempotency-key': 'd' }

  const first = await ada.send('DELETE', `/deals/${id}`, { headers })
  const second = await ada.send('DELETE', `/deals/${id}`, { headers })

  assert.deepEqual([first.status, second.status], [204, 204])
})

test('a key is forgotten after a day', async () => {
  const app = await testApp()
  const body = aDeal()
  await create(await app.signIn('ada'), 'k', body)

  app.time.now += 25 * 3_600_000
  await app.app.tick()
  const again = await create(await app.signIn('ada'), 'k', body)

  assert.equal(again.status, 201)
  assert.equal(await count(app), 2)
})
