import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { test } from 'node:test'
import { mockTimers } from '../test/mock-timers.ts'
import {
  backend,
  created,
  cut,
  problem,
  until,
  withoutJitter,
  type Reply,
} from '../test/backend.ts'
import type { Diagnostic } from './diagnostics.ts'

const keysOf = (received: { headers: Record<string, unknown> }[]) =>
  received.map(({ headers }) => headers['idempotency-key'])

test('a call sends the token, the language and nothing that identifies the browser', async (t) => {
  const { client, received } = await backend(t, () => ({}), { locale: () => 'de' })

  await client.me.get({}, { headers: { 'x-trace': '1' } })

  const { method, url, headers } = received[0]!
  assert.deepEqual([method, url], ['GET', '/v1/me'])
  assert.equal(headers.authorization, 'Bearer token')
  assert.equal(headers['accept-language'], 'de')
  assert.equal(headers['x-trace'], '1')
  assert.equal(headers.cookie, undefined)
})

test('the language goes out as a tag, or not at all', async (t) => {
  let locale = 'de_AT.UTF-8'
  const { client, received } = await backend(t, () => ({}), { locale: () => locale })
  const sent = () => received.at(-1)!.headers['accept-language']
  const untold = await backend(t, () => ({}))
  await untold.client.me.get()

  await client.me.get()
  assert.equal(sent(), 'de-AT')
  for (locale of ['auto', 'x-default', 'العربية']) {
    await client.me.get()
    assert.equal(sent(), untold.received[0]!.headers['accept-language'], locale)
  }
})

test('a public operation waits for no token', async (t) => {
  const fetchToken = () => new Promise<never>(() => {})
  const { client, received } = await backend(t, () => ({}), { fetchToken })

  await client.discovery.get()

  assert.equal(received[0]?.headers.authorization, undefined)
})

test('a write whose answer is lost is repeated under the same key', async (t) => {
  withoutJitter(t)
  const replies: Reply[] = [cut, (response) => void response.writeHead(201).flushHeaders(), cut]
  const committed = new Set<unknown>()
  const { client, received } = await backend(t, ({ headers }, index) => {
    committed.add(headers['idempotency-key'])
    if (index === 1)
      return (response) => {
        response.writeHead(201, { 'content-length': 100 })
        response.write('{"id":', () => response.destroy())
      }
    return replies[index] ?? created
  })

  const deal = await client.deals.create({ body: { name: 'Line 4' } })

  assert.equal(deal.id, 'd1')
  assert.deepEqual([received.length, committed.size], [4, 1])
  assert.deepEqual(new Set(received.map(({ body }) => body)), new Set(['{"name":"Line 4"}']))
})

test('two writes carry two keys, and a given key is kept', async (t) => {
  const { client, received } = await backend(t, () => created)

  await client.deals.create({ body: {} })
  await client.deals.create({ body: {} })
  await client.deals.create({ body: {}, idempotencyKey: 'draft-7' })

  const keys = keysOf(received)
  assert.equal(new Set(keys).size, 3)
  assert.equal(keys[2], 'draft-7')
})

for (const [status, code] of [
  [408, 'timeout'],
  [409, 'idempotency-in-progress'],
  [429, 'rate-limited'],
  [500, 'internal-error'],
  [502, 'unavailable'],
  [503, 'unavailable'],
] as const)
  test(`${status} ${code} is repeated and told`, async (t) => {
    withoutJitter(t)
    const { client, received, diagnostics } = await backend(t, (_, index) =>
      index < 2 ? problem(status, code) : created,
    )

    await client.deals.create({ body: {} })

    assert.equal(new Set(keysOf(received)).size, 1)
    assert.deepEqual(
      diagnostics,
      [1, 2].map((retry) => ({
        type: 'retry',
        operation: 'deals.create',
        retry,
        delay: 0,
        code,
        requestId: 'r-1',
      })),
    )
  })

for (const [status, code] of [
  [400, 'malformed-request'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [409, 'state-conflict'],
  [412, 'revision-stale'],
  [422, 'validation-failed'],
  [501, 'unknown'],
] as const)
  test(`${status} ${code} is final`, async (t) => {
    const { client, received } = await backend(t, () => problem(status, code))

    await assert.rejects(client.deals.create({ body: {} }), {
      name: 'ProblemError',
      status,
      code,
      requestId: 'r-1',
      retryable: false,
    })
    assert.equal(received.length, 1)
  })

test('after three repetitions the last error is given', async (t) => {
  withoutJitter(t)
  const { client, received } = await backend(t, () => cut)

  await assert.rejects(client.deals.get({ params: { id: 'd1' } }), {
    name: 'NetworkError',
    retryable: true,
  })
  assert.equal(received.length, 4)
})

test('a retry comes as late as Retry-After asks', async (t) => {
  withoutJitter(t)
  mockTimers(t, { apis: ['setTimeout', 'Date'], now: Date.now() })
  const seen: Diagnostic[] = []
  const { client, received } = await backend(
    t,
    (_, index) => (index === 0 ? problem(429, 'rate-limited', { 'retry-after': '7' }) : {}),
    { onDiagnostic: (diagnostic) => seen.push(diagnostic) },
  )

  const answered = client.me.get()
  await until(() => seen.length > 0)
  await new Promise((resolve) => setImmediate(resolve))
  t.mock.timers.tick(6_999)
  await new Promise((resolve) => setImmediate(resolve))
  assert.equal(received.length, 1)
  t.mock.timers.tick(1)

  await answered
  assert.equal(received.length, 2)
})

test('a wait longer than the call may take is not begun', async (t) => {
  const { client, received } = await backend(t, () =>
    problem(503, 'unavailable', { 'retry-after': '3600' }),
  )

  await assert.rejects(client.me.get(), { code: 'unavailable', retryAfter: 120_000 })
  assert.equal(received.length, 1)
})

test('a 401 is answered with one new token and one repetition', async (t) => {
  const reasons: string[] = []
  const { client, received } = await backend(
    t,
    ({ headers }) =>
      headers.authorization === 'Bearer t1' ? problem(401, 'token-expired') : created,
    { fetchToken: ({ reason }) => `t${reasons.push(reason)}` },
  )

  await client.deals.create({ body: {} })

  assert.deepEqual(reasons, ['initial', 'unauthorized'])
  assert.deepEqual(
    received.map(({ headers }) => headers.authorization),
    ['Bearer t1', 'Bearer t2'],
  )
  assert.equal(new Set(keysOf(received)).size, 1)
})

test('a backend that refuses every token gets each call twice', async (t) => {
  withoutJitter(t)
  let asked = 0
  const { client, received } = await backend(t, () => problem(401, 'session-ended'), {
    fetchToken: () => `t${(asked += 1)}`,
  })

  await assert.rejects(client.me.get(), {
    name: 'AuthenticationError',
    code: 'session-ended',
    status: 401,
  })
  assert.deepEqual([received.length, asked], [2, 2])
})

test('a refused key is final', async (t) => {
  const { client, received } = await backend(t, () => problem(401, 'token-invalid'), {
    fetchToken: undefined,
    apiKey: 'sk_test_1',
  })

  await assert.rejects(client.eventLog.list(), { name: 'AuthenticationError' })
  assert.equal(received.length, 1)
})

test('an attempt without an answer times out and is repeated', async (t) => {
  withoutJitter(t)
  mockTimers(t, { apis: ['setTimeout'] })
  const { client, received, diagnostics } = await backend(t, (_, index) =>
    index === 0 ? () => {} : {},
  )

  const answered = client.me.get()
  await until(() => received.length > 0)
  t.mock.timers.tick(15_000)
  await until(() => diagnostics.length > 0)
  await new Promise((resolve) => setImmediate(resolve))
  t.mock.timers.tick(1)

  await answered
  assert.equal(received.length, 2)
})

test('an answer that stops half-way times out', async (t) => {
  const { client } = await backend(t, () => (response) => void response.write('{"items":['), {
    timeouts: { attempt: 40 },
    retries: 0,
  })

  await assert.rejects(client.deals.list(), { name: 'TimeoutError', code: 'timeout' })
})

test('the whole call ends in time, however much an attempt may take', async (t) => {
  withoutJitter(t)
  const { client } = await backend(t, () => () => {}, { timeouts: { total: 50 } })

  await assert.rejects(client.me.get(), { name: 'TimeoutError', retryable: true })
})

test('aborting ends a call on its way, with the reason given', async (t) => {
  const { client, received } = await backend(t, () => () => {})
  const leaving = new AbortController()
  const call = client.me.get({}, { signal: leaving.signal })
  await until(() => received.length > 0)

  leaving.abort(new Error('the page was left'))

  await assert.rejects(call, /the page was left/)
})

test('aborting ends a call that waits for its next attempt', async (t) => {
  const { client, received, diagnostics } = await backend(t, () =>
    problem(503, 'unavailable', { 'retry-after': '30' }),
  )
  const leaving = new AbortController()
  const call = client.me.get({}, { signal: leaving.signal })
  await until(() => diagnostics.length > 0)

  leaving.abort(new Error('the page was left'))

  await assert.rejects(call, /the page was left/)
  assert.equal(received.length, 1)
})

test('aborting one call leaves the token to the others', async (t) => {
  let give: (token: string) => void = () => {}
  const { client } = await backend(t, () => ({}), {
    fetchToken: () => new Promise((resolve) => (give = resolve)),
  })
  const leaving = new AbortController()
  const [one, other] = [client.me.get({}, { signal: leaving.signal }), client.me.get()]

  leaving.abort(new Error('the page was left'))
  await assert.rejects(one, /the page was left/)
  give('token')

  await other
})

test('offline is told at once and nothing is repeated', async (t) => {
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true })
  t.after(() => Reflect.deleteProperty(navigator, 'onLine'))
  let sent = 0
  const { client } = await backend(t, () => ({}), {
    fetch: () => {
      sent += 1
      throw new TypeError('Failed to fetch')
    },
  })

  await assert.rejects(client.me.get(), { name: 'OfflineError', retryable: true })
  assert.equal(sent, 1)
})

test('closing ends calls on their way and refuses new ones', async (t) => {
  const { client, received } = await backend(t, () => () => {})
  const call = client.me.get()
  await until(() => received.length > 0)

  client.close()

  await assert.rejects(call, { name: 'AuthenticationError', code: 'signed-out' })
  await assert.rejects(client.me.get(), { code: 'signed-out' })
})

test('logging out ends the session here at once, and at the backend', async (t) => {
  const { client, received } = await backend(t, ({ method }) =>
    method === 'DELETE' ? { status: 204, body: '' } : { body: { sessionId: 's-9' } },
  )
  await client.me.get()

  const left = client.logout()
  assert.equal(client.signal.aborted, true)
  await left

  const { method, url, headers } = received[1]!
  assert.deepEqual([method, url], ['DELETE', '/v1/sessions/s-9'])
  assert.equal(headers.authorization, 'Bearer token')
  assert.ok(headers['idempotency-key'])
})

test('logging out succeeds without the backend, and without a session', async (t) => {
  const sent: Request[] = []
  const onRequest = ({ request }: { request: Request }) => void sent.push(request)
  const { client } = await backend(
    t,
    ({ method }) => (method === 'DELETE' ? cut : { body: { sessionId: 's-9' } }),
    { middleware: [{ onRequest }] },
  )
  await client.me.get()

  await client.logout()
  await client.logout()

  // One request, which the page may leave behind.
  assert.deepEqual(
    sent.map(({ method, keepalive, credentials }) => [method, keepalive, credentials]),
    [
      ['GET', false, 'omit'],
      ['DELETE', true, 'omit'],
    ],
  )

  await (await backend(t, () => assert.fail('nothing is sent'))).client.logout()
})

test('a token that was refused twice is not sent again by the next call', async (t) => {
  withoutJitter(t)
  let asked = 0
  const { client, received } = await backend(t, () => problem(401, 'token-invalid'), {
    fetchToken: () => `t${++asked}`,
  })

  await assert.rejects(client.me.get(), { status: 401 })
  await assert.rejects(client.me.get(), { status: 401 })

  assert.deepEqual(
    received.map(({ headers }) => headers.authorization),
    ['Bearer t1', 'Bearer t2', 'Bearer t3', 'Bearer t4'],
  )
})

test('another token costs none of the repetitions', async (t) => {
  withoutJitter(t)
  const failing = problem(503, 'unavailable')
  const { client, received } = await backend(
    t,
    (_, index) => [problem(401, 'token-expired'), failing, failing][index] ?? {},
    { retries: 2 },
  )

  await client.me.get()

  assert.equal(received.length, 4)
})

test('a hanging fetchToken ends with the time of the whole call', async (t) => {
  const { client, received } = await backend(t, () => ({}), {
    fetchToken: () => new Promise(() => {}),
    timeouts: { total: 50 },
  })

  await assert.rejects(client.me.get(), {
    name: 'TimeoutError',
    message: /got no token from fetchToken within 0.05 s/,
  })
  assert.equal(received.length, 0)
})

test('a wait is counted from the date of the answer and not from the clock of the device', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: 0 })
  const { client, received, diagnostics } = await backend(t, (_, index) =>
    index > 0
      ? {}
      : problem(503, 'unavailable', {
          date: 'Sat, 21 Nov 2026 09:00:00 GMT',
          'retry-after': 'Sat, 21 Nov 2026 09:00:01 GMT',
        }),
  )

  await client.me.get()

  assert.equal(received.length, 2)
  assert.partialDeepStrictEqual(diagnostics, [{ type: 'retry', delay: 1_000 }])
})

test('a write in progress is waited for, however often that takes', async (t) => {
  withoutJitter(t)
  const { client, received } = await backend(
    t,
    (_, index) => (index < 9 ? problem(409, 'idempotency-in-progress') : created),
    { retries: 0 },
  )

  await client.deals.create({ body: {} })

  assert.equal(received.length, 10)
  assert.equal(new Set(keysOf(received)).size, 1)
})

for (const asked of ['0', '-5', 'Sat, 21 Nov 2009 09:00:00 GMT'])
  test(`a wait of ${asked} is none that an answer asks for: the usual pause is made`, async (t) => {
    t.mock.method(Math, 'random', () => 0.01)
    const pauses: number[] = []
    const { client } = await backend(
      t,
      (_, index) =>
        index < 2 ? problem(409, 'idempotency-in-progress', { 'retry-after': asked }) : created,
      { onDiagnostic: (news) => news.type === 'retry' && pauses.push(news.delay) },
    )

    await client.deals.create({ body: {} })

    assert.equal(pauses.length, 2)
    assert.ok(pauses[0]! > 0 && pauses[1]! > pauses[0]!, pauses.join())
  })

test('a write in progress to the end of the call is not known yet', async (t) => {
  const { client } = await backend(t, () => problem(409, 'idempotency-in-progress'), {
    timeouts: { total: 300 },
  })

  await assert.rejects(client.deals.create({ body: {} }), {
    name: 'ProblemError',
    code: 'idempotency-in-progress',
    retryable: true,
    message: /its outcome is not known yet/,
  })
})

test('a refusal that stops half-way takes no longer than an attempt may', async (t) => {
  const stuck = (response: ServerResponse) => void response.writeHead(503).write('{"code":')
  const { client } = await backend(t, () => stuck, { timeouts: { attempt: 40 }, retries: 0 })

  await assert.rejects(client.me.get(), { name: 'TimeoutError' })
})

test('a fetch that never settles does not outlive an abort', async (t) => {
  let asked = false
  const { client } = await backend(t, () => ({}), {
    fetch: () => {
      asked = true
      return new Promise(() => {})
    },
  })
  const leaving = new AbortController()
  const call = client.me.get({}, { signal: leaving.signal })
  await until(() => asked)

  leaving.abort(new Error('the page was left'))

  await assert.rejects(call, /the page was left/)
})
