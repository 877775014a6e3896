import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApp, memoryFiles } from '../src/index.ts'
import { sample } from '../src/fixtures.ts'
import { act, apiKey, register, testApp, type TestApp } from './app.ts'

const minute = 60_000

/** Another process over the same store. */
async function secondProcess({ store, time }: TestApp) {
  const app = createApp({
    store,
    fileStore: memoryFiles(),
    apiKeys: [apiKey],
    clock: () => time.now,
  })
  return async (token: string) => {
    const headers = { authorization: `Bearer ${token}` }
    const answer = await app.fetch(new Request('https://api.example/v1/me', { headers }))
    return ((await answer.json()) as { code?: string }).code ?? answer.status
  }
}

async function deactivate({ store }: TestApp, id: string) {
  const record = { ...sample.users.find((user) => user.id === id)!, active: false }
  await store.write(({ users }) => users.put([record]))
}

test('an ended session is over at once here, and within a minute in every process', async () => {
  const app = await testApp()
  const me = await secondProcess(app)
  const ada = await app.signIn('ada')
  assert.equal(await me(ada.token), 200)

  const ended = await ada.send('DELETE', `/sessions/${ada.sessionId}`)
  const here = await ada.send('GET', '/me')
  app.time.now += minute

  assert.equal(ended.status, 204)
  assert.deepEqual([here.status, here.body.code], [401, 'session-ended'])
  assert.equal(await me(ada.token), 'session-ended')
})

test('the vendor’s backend may end any session, a user only their own', async () => {
  const app = await testApp()
  const [ada, cleo] = [await app.signIn('ada'), await app.signIn('cleo')]

  const others = await ada.send('DELETE', `/sessions/${cleo.sessionId}`)
  const byBackend = await app.vendorBackend('DELETE', `/sessions/${cleo.sessionId}`)

  assert.equal(others.status, 404)
  assert.equal(byBackend.status, 204)
  assert.equal((await cleo.send('GET', '/me')).body.code, 'session-ended')
})

test('a deactivated user is out within a minute and gets no new session', async () => {
  const app = await testApp()
  const ada = await app.signIn('ada')
  await ada.send('GET', '/me')

  await deactivate(app, 'ada')
  app.time.now += minute

  assert.equal((await ada.send('GET', '/me')).body.code, 'session-ended')
  await assert.rejects(app.signIn('ada'), /not-found/)
})

test('a token ends with its session’s lifetime', async () => {
  const app = await testApp()
  const ada = await app.signIn('ada', { lifetime: 300 })

  app.time.now += 299_000
  const before = await ada.send('GET', '/me')
  app.time.now += 2000
  const after = await ada.send('GET', '/me')

  assert.equal(before.status, 200)
  assert.deepEqual([after.status, after.body.code], [401, 'token-expired'])
})

test('tokens go on working when a new signing key takes over, and only for their server', async () => {
  const app = await testApp()
  const old = await app.signIn('ada')
  const [oldKey] = await app.store.read.sessions.signingKeys()
  app.time.now += 31 * 24 * 60 * minute
  const fresh = await app.signIn('ada')
  const keys = await app.store.read.sessions.signingKeys()
  const kid = (token: string) => JSON.parse(atob(token.split('.')[0]!)).kid
  const elsewhere = createApp({
    ...{ store: app.store, fileStore: memoryFiles(), apiKeys: [apiKey], clock: () => app.time.now },
    publicUrl: 'https://elsewhere.example',
  })
  const request = new Request('https://elsewhere.example/v1/me', {
    headers: { authorization: `Bearer ${fresh.token}` },
  })

  assert.deepEqual(
    [keys.length, kid(old.token), kid(fresh.token) === oldKey?.id],
    [2, oldKey?.id, false],
  )
  assert.equal((await fresh.send('GET', '/me')).status, 200)
  assert.equal((await elsewhere.fetch(request)).status, 401)
})

test('a manager who views as a partner sees what it sees, changes nothing and leaves a trace', async () => {
  const app = await testApp()
  const ada = await app.signIn('ada')
  const draft = await register(ada, { status: 'draft' })
  const viewer = await app.signIn('mona', { partnerId: 'north', viewAs: true })

  const me = await viewer.send('GET', '/me')
  const seen = await viewer.send('GET', `/deals/${draft.id}`)
  const written = await act(viewer, draft, { action: 'submit' })

  assert.deepEqual([me.body.readOnly, me.body.partner.id], [true, 'north'])
  assert.deepEqual([seen.body.allowedActions, seen.body.editableFields], [[], []])
  assert.deepEqual([written.status, written.body.code], [403, 'read-only'])
  const trace = app.store.auditTrail.filter(({ userId }) => userId === 'mona')
  assert.ok(trace.some(({ action }) => action === 'session.view_as'))
  assert.ok(
    trace.some(
      ({ action, resourceId, requestId }) =>
        action === 'view-as:deals.get' &&
        resourceId === draft.id &&
        requestId === seen.headers.get('request-id'),
    ),
  )
})

test('a manager who views as a partner leaves a trace of what they ask and download', async () => {
  const app = await testApp()
  const ada = await app.signIn('ada')
  const { body: upload } = await ada.send('POST', '/files', {
    body: { name: 'a.txt', mediaType: 'text/plain', size: 2 },
  })
  const { url, headers, file } = upload
  await app.app.fetch(new Request(url, { method: 'PUT', headers, body: 'Hi' }))
  await ada.send('POST', `/files/${file.id}/complete`)
  const viewer = await app.signIn('mona', { partnerId: 'north', viewAs: true })
  const asked = await viewer.send('POST', '/deals/availability', {
    body: { companyName: 'Acme', website: 'https://acme.example' },
  })
  const fetched = await viewer.send('POST', `/files/${file.id}/download`)

  assert.deepEqual([asked.status, fetched.status], [200, 200], JSON.stringify(asked.body))
  assert.deepEqual(
    app.store.auditTrail
      .filter(({ action }) => action.startsWith('view-as:'))
      .map(({ action, resourceId }) => [action, resourceId]),
    [
      ['view-as:deals.checkAvailability', ''],
      ['view-as:files.download', file.id],
    ],
  )
})

test('a session is refused for what its user is not', async () => {
  const app = await testApp()
  const refused = async (body: object, pointer: string) => {
    const answer = await app.vendorBackend('POST', '/sessions', { body })
    assert.deepEqual(
      [answer.status, answer.body.errors?.[0].pointer],
      [422, pointer],
      JSON.stringify(answer.body),
    )
  }

  await refused({ user: { id: 'gone' } }, '/user')
  await refused({ user: { email: 'nobody@example.com' } }, '/user')
  await refused({ user: { externalId: 'crm-nobody' } }, '/user')
  await refused({ user: { id: 'ada' }, partnerId: 'south' }, '/partnerId')
  await refused({ user: { id: 'mona' }, partnerId: 'north' }, '/partnerId')
  await refused({ user: { id: 'paul' }, partnerId: 'north', viewAs: true }, '/partnerId')
  await refused({ user: { id: 'mona' }, viewAs: true }, '/partnerId')
  await refused({ user: { id: 'ada' }, lifetime: 299 }, '/lifetime')
  assert.equal(
    (
      await app.vendorBackend('POST', '/sessions', {
        body: { user: { id: 'ada' }, partnerId: 'north', viewAs: true },
      })
    ).status,
    403,
  )
})

test('users are found by id, address in any case, and external id', async () => {
  const app = await testApp()
  for (const user of [{ id: 'ada' }, { email: 'ADA@north.example' }, { externalId: 'crm-ada' }]) {
    const { body } = await app.vendorBackend('POST', '/sessions', { body: { user } })
    const me = await app.fetch('GET', '/v1/me', body.token)

    assert.equal(me.body.user.id, 'ada')
  }
})

test('the answer with the token is kept nowhere', async () => {
  const app = await testApp()
  const answer = await app.vendorBackend('POST', '/sessions', { body: { user: { id: 'ada' } } })

  assert.match(answer.headers.get('cache-control') ?? '', /no-store/)
  assert.ok(!JSON.stringify(app.store.auditTrail).includes(answer.body.token))
})

test('too many requests are refused with the time to wait, and let through again after it', async () => {
  const app = await testApp({ limits: { requestsPerMinute: 40 } })
  const ada = await app.signIn('ada')
  const statuses = []
  for (let number = 0; number < 41; number++) statuses.push(await ada.send('GET', '/me'))
  const [first, last] = [statuses[0]!, statuses[40]!]

  assert.equal(statuses.filter(({ status }) => status === 200).length, 40)
  assert.match(first.headers.get('ratelimit') ?? '', /^"requests";r=39;t=60$/)
  assert.match(first.headers.get('ratelimit-policy') ?? '', /^"requests";q=40;w=60$/)
  assert.deepEqual(
    [last.status, last.body.code, last.headers.get('retry-after')],
    [429, 'rate-limited', '60'],
  )
  app.time.now += minute
  assert.equal((await ada.send('GET', '/me')).status, 200)
})

test('requests that come together count one by one', async () => {
  const app = await testApp({ limits: { requestsPerMinute: 40 } })
  const ada = await app.signIn('ada')
  const wave = () => Promise.all(Array.from({ length: 20 }, () => ada.send('GET', '/me')))

  const statuses = [await wave(), await wave(), await wave()].map((answers) =>
    answers.map(({ status }) => status),
  )

  assert.deepEqual(
    statuses,
    [200, 200, 429].map((status) => Array.from({ length: 20 }, () => status)),
  )
})

test('the limit holds over several processes, and others are not held up', async () => {
  const app = await testApp({ limits: { requestsPerMinute: 40 } })
  const other = await testApp({ store: app.store, limits: { requestsPerMinute: 40 } })
  const [ada, sol] = [await app.signIn('ada'), await app.signIn('sol')]
  let passed = 0
  for (let number = 0; number < 60; number++)
    for (const one of [app, other])
      if ((await one.fetch('GET', '/v1/me', ada.token)).status === 200) passed += 1

  assert.ok(passed <= 40 && passed >= 36, `${passed} passed`)
  assert.equal((await sol.send('GET', '/me')).status, 200)
})

test('one user who begins sessions without end holds nobody else up', async () => {
  const app = await testApp({ limits: { sessionsPerMinute: 3, requestsPerMinute: 3 } })
  const begin = (user: object) => app.vendorBackend('POST', '/sessions', { body: { user } })
  const { email = '' } = sample.users.find(({ id }) => id === 'ada')!

  const loop = []
  for (let count = 0; count < 5; count++) loop.push(await begin({ id: 'ada' }))
  const otherwise = await begin({ email: email.toUpperCase() })
  const others = [await begin({ id: 'sam' }), await begin({ id: 'cleo' })]
  app.time.now += minute

  assert.deepEqual(
    loop.map(({ status }) => status),
    [201, 201, 201, 429, 429],
  )
  assert.equal(loop.at(-1)?.headers.get('retry-after'), '60')
  assert.equal(otherwise.status, 429, 'the same user named otherwise')
  assert.deepEqual(
    others.map(({ status }) => status),
    [201, 201],
  )
  assert.equal((await begin({ id: 'ada' })).status, 201)
})

test('a key has a ceiling of its own, far above that of a user', async () => {
  const app = await testApp({ limits: { requestsPerMinute: 2, keyRequestsPerMinute: 40 } })
  const statuses = []
  for (let count = 0; count < 41; count++)
    statuses.push((await app.vendorBackend('GET', '/event-log')).status)

  assert.deepEqual([statuses[39], statuses[40]], [200, 429])
})

test('a name that two users share signs nobody in, unless only one of them is active', async () => {
  const app = await testApp()
  const base = { externalIds: { erp: 'crm-ada' }, email: 'gone@north.example', name: 'Twin' }
  const twin = { ...base, role: 'partner_admin' as const, companyWide: false, active: true }
  const record = { ...twin, id: 'twin', partnerIds: ['south'] }
  await app.store.write(({ users }) => users.put([record]))
  const signIn = (user: object) => app.vendorBackend('POST', '/sessions', { body: { user } })

  const shared = await signIn({ externalId: 'crm-ada' })
  const reused = await signIn({ email: 'Gone@north.example' })

  assert.deepEqual([shared.status, shared.body.errors[0].pointer], [422, '/user'])
  assert.equal((await app.fetch('GET', '/v1/me', reused.body.token)).body.user.id, 'twin')
})
