import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mockTimers } from '../../test/mock-timers.ts'
import {
  backend,
  cut,
  problem,
  until,
  withoutJitter,
  type Received,
  type Reply,
} from '../../test/backend.ts'

const bytes = 'twelve bytes'
const offer = () => new File([bytes], 'offer.pdf', { type: 'application/pdf;x=y' })
const place = {
  file: { id: 'f1', status: 'uploading' },
  url: '/blobs/f1?signature=abc',
  method: 'PUT',
  headers: { 'content-type': 'application/pdf', 'x-store': '1' },
  expiresAt: '2026-11-21T12:00:00.000Z',
}

/** A backend for uploads whose steps can be replaced, by `method path` and how often it was asked. */
function steps(replaced: (step: string, count: number) => Reply | undefined = () => undefined) {
  const counts = new Map<string, number>()
  return ({ method, url }: Received): Reply => {
    const step = `${method} ${url.split('?')[0]}`
    const count = (counts.get(step) ?? 0) + 1
    counts.set(step, count)
    const reply = replaced(step, count)
    if (reply) return reply
    if (step === 'POST /v1/files') return { status: 201, body: place }
    if (method === 'PUT') return { status: 204, body: '' }
    return { body: { id: 'f1', status: 'ready' } }
  }
}

test('a file is announced, sent, completed and given back when it is ready', async (t) => {
  const { client, received } = await backend(t, steps())
  const progress: unknown[] = []

  const record = await client.upload(offer(), { onProgress: (step) => progress.push(step) })

  assert.deepEqual(record, { id: 'f1', status: 'ready' })
  assert.deepEqual(
    received.map(({ method, url }) => `${method} ${url}`),
    ['POST /v1/files', 'PUT /blobs/f1?signature=abc', 'POST /v1/files/f1/complete'],
  )
  const [announced, sent] = received
  assert.deepEqual(JSON.parse(announced!.body), {
    name: 'offer.pdf',
    mediaType: 'application/pdf',
    size: 12,
  })
  assert.deepEqual([sent?.body, sent?.headers['x-store']], [bytes, '1'])
  assert.equal(sent?.headers.authorization, undefined)
  assert.deepEqual(progress, [
    { sent: 0, total: 12 },
    { sent: 12, total: 12 },
  ])
})

test('each step is repeated by itself, the writes under their own keys', async (t) => {
  withoutJitter(t)
  const { client, received } = await backend(
    t,
    steps((_, count) =>
      count < 3 ? (count === 1 ? cut : problem(503, 'unavailable')) : undefined,
    ),
  )

  await client.upload(offer())

  const keys = received.map(({ url, headers }) => `${url} ${headers['idempotency-key']}`)
  assert.deepEqual([received.length, new Set(keys).size], [9, 3])
})

test('the check is waited for, and a rejected file is an answer', async (t) => {
  mockTimers(t, { apis: ['setTimeout'] })
  const { client, received } = await backend(
    t,
    steps((step, count) => {
      if (step === 'POST /v1/files/f1/complete') return { body: { id: 'f1', status: 'checking' } }
      if (step !== 'GET /v1/files/f1') return undefined
      return { body: { id: 'f1', status: count < 3 ? 'checking' : 'rejected' } }
    }),
  )

  let status: string | undefined
  void client.upload(offer()).then((record) => (status = record.status))
  await until(() => {
    t.mock.timers.tick(50)
    return status !== undefined
  })

  assert.equal(status, 'rejected')
  assert.equal(received.filter(({ method }) => method === 'GET').length, 3)
})

test('an address that has run out is replaced once', async (t) => {
  const { client, received } = await backend(
    t,
    steps((step, count) =>
      step.startsWith('PUT') && count === 1 ? problem(403, 'link-expired') : undefined,
    ),
  )

  await client.upload(offer())

  assert.deepEqual(
    received.map(({ method }) => method),
    ['POST', 'PUT', 'POST', 'PUT', 'POST'],
  )
})

test('a store that refuses the bytes is heard', async (t) => {
  const { client } = await backend(
    t,
    steps((step) => (step.startsWith('PUT') ? problem(413, 'payload-too-large') : undefined)),
  )

  await assert.rejects(client.upload(offer()), {
    name: 'ProblemError',
    code: 'payload-too-large',
    message: /^PUT \(the upload address\) was refused/,
  })
})

test('an upload address that is no web address is not followed', async (t) => {
  const urls = ['javascript:alert(1)', 'data:text/plain,x', 'http://[']
  const drift = { name: 'ContractError', pointer: '/url' }
  for (const [answer, error] of [
    ...urls.map((url) => [{ ...place, url }, drift]),
    [{ ...place, file: {} }, drift],
    [{}, { name: 'ContractError', code: 'malformed-answer' }],
  ] as const) {
    const { client } = await backend(
      t,
      steps((step) => (step === 'POST /v1/files' ? { status: 201, body: answer } : undefined)),
      { retries: 0 },
    )

    await assert.rejects(client.upload(offer()), error!)
  }
})

test('only the backend’s word for this file says that it arrived', async (t) => {
  const page: Reply = { headers: { 'content-type': 'text/html' }, body: '<title>Sign in' }
  for (const reply of [page, { body: {} }, { body: { id: 'f2', status: 'ready' } }]) {
    const { client } = await backend(
      t,
      steps((step) => (step.endsWith('/complete') ? reply : undefined)),
      { retries: 0 },
    )

    await assert.rejects(client.upload(offer()), { code: 'malformed-answer' })
  }
})

test('aborting ends an upload whose bytes are on their way', async (t) => {
  const { client, received } = await backend(
    t,
    steps((step) => (step.startsWith('PUT') ? () => {} : undefined)),
  )
  const leaving = new AbortController()
  const upload = client.upload(offer(), { signal: leaving.signal })
  await until(() => received.length === 2)

  leaving.abort(new Error('the user cancelled'))

  await assert.rejects(upload, /the user cancelled/)
})

test('a check that takes more than ten minutes is waited for no longer', async (t) => {
  mockTimers(t, { apis: ['setTimeout'] })
  const now = Date.now
  let later = 0
  t.mock.method(Date, 'now', () => now() + later)
  const { client, received } = await backend(
    t,
    steps((step) => {
      if (step.startsWith('PUT') || step === 'POST /v1/files') return undefined
      if (step.startsWith('GET')) later += 301_000
      return { body: { id: 'f1', status: 'checking' } }
    }),
  )

  let failure: unknown
  client.upload(offer()).catch((error: unknown) => (failure = error))
  await until(() => {
    t.mock.timers.tick(50)
    return failure !== undefined
  })

  assert.equal((failure as { code: string }).code, 'timeout')
  assert.equal(received.filter(({ method }) => method === 'GET').length, 2)
})
