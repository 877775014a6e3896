import assert from 'node:assert/strict'
import { test } from 'node:test'
import { backend, withoutJitter, type Reply } from '../test/backend.ts'
import { isPassing } from './answer.ts'
import type { Client } from './client.ts'
import type { PrmError } from './errors.ts'

const html = { 'content-type': 'text/html' }

const broken: [string, Reply, string][] = [
  ['a web page', { headers: html, body: '<!doctype html><title>Sign in' }, 'malformed-answer'],
  ['nothing', { body: '' }, 'malformed-answer'],
  ['half of an answer', { body: '{"items":[{"id":' }, 'malformed-answer'],
  ['a bare value', { body: '7' }, 'malformed-answer'],
  ['null', { body: 'null' }, 'malformed-answer'],
  ['a page without items', { body: { rows: [] } }, 'malformed-answer'],
  ['a redirect', { status: 302, headers: { location: 'https://login.example/' } }, 'redirected'],
  ['too much', { body: `"${'x'.repeat(31_000_000)}"` }, 'answer-too-large'],
]

for (const [what, reply, code] of broken)
  test(`${what} in place of a list is a broken contract`, async (t) => {
    const { client } = await backend(t, () => reply, { retries: 0 })

    await assert.rejects(client.deals.list(), ({ name, message, ...error }: PrmError) => {
      assert.deepEqual([name, error.code], ['ContractError', code])
      return message.startsWith('GET /deals ') && message.length < 500
    })
  })

test('a redirect that a browser hides is a broken contract too', async (t) => {
  const hidden = () =>
    Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' })
  const { client } = await backend(t, () => ({}), { fetch: hidden })

  await assert.rejects(client.me.get(), { name: 'ContractError', code: 'redirected' })
})

test('half of an answer is asked for again, a web page is not', async (t) => {
  withoutJitter(t)
  const replies: Reply[] = [
    { body: '{"ite' },
    { body: { items: [] } },
    { headers: html, body: '<p>' },
  ]
  const { client, received } = await backend(t, (_, index) => replies[index] ?? {})

  await client.deals.list()
  await assert.rejects(client.deals.list(), { name: 'ContractError', retryable: false })

  assert.equal(received.length, 3)
})

test('JSON under another name is delivered', async (t) => {
  const { client } = await backend(t, () => ({ headers: html, body: '{"user":{"id":"u1"}}' }))

  assert.equal((await client.me.get()).user.id, 'u1')
})

const params = { id: 'd1' }
const ofDeal = { params, ifMatch: 1 }
const calendar = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'

/** Calls, by the kind of their answer, and answers of a gateway or another record. */
const unproven: Record<string, [(client: Client) => Promise<unknown>, Reply[]]> = {
  'a new record': [
    (client) => client.deals.create({ body: {} }),
    [
      ...[{}, [], { error: 'x' }, { id: '' }, { id: 7 }].map((body) => ({ status: 201, body })),
      ...[
        { status: 200, body: params },
        { status: 202, body: params },
      ],
      { status: 201, headers: html, body: '{"id":"d1"}' },
    ],
  ],
  'an enrolment': [
    (client) => client.enrolments.create({ body: { courseId: 'c1' } }),
    [{ body: {} }, { body: [] }, { body: { error: 'x' } }, { headers: html, body: '{"items":[]}' }],
  ],
  'a choice of being named': [
    (client) => client.boards.setMine({ ...ofDeal, body: { visible: true } }),
    [{ body: {} }, { body: { ok: true } }],
  ],
  'a change': [
    (client) => client.deals.update({ ...ofDeal, body: {} }),
    [{ body: {} }, { body: { id: 'd2' } }, { status: 201, body: params }],
  ],
  'an action': [
    (client) => client.deals.act({ ...ofDeal, body: { action: 'submit' } }),
    [{ body: { ok: true } }, { body: { id: 'd2' } }],
  ],
  'an attached file': [
    (client) => client.deals.attach({ ...ofDeal, body: { fileId: 'f1' } }),
    [{ body: { id: 'f1' } }],
  ],
  'a message': [
    (client) => client.deals.addComment({ params, body: { text: 'Hi' } }),
    [{ status: 201, body: {} }],
  ],
  'a mark as read': [
    (client) => client.announcements.read({ params: { id: 'a1' } }),
    [{ body: {} }, { body: params }],
  ],
  'an acknowledgement': [
    (client) => client.announcements.acknowledge({ params: { id: 'a1' } }),
    [{ body: {} }, { headers: html, body: '<title>Sign in' }],
  ],
  'the address of a file': [
    (client) => client.files.download({ params: { id: 'f1' } }),
    [{ body: {} }, { body: [] }, { body: { error: 'x' } }, { headers: html, body: '{"url":"/x"}' }],
  ],
  'an availability': [
    (client) => client.deals.checkAvailability({ body: { companyName: 'Acme' } }),
    [{ body: {} }, { body: [] }, { body: { error: 'x' } }],
  ],
  'a short list': [
    (client) => client.sections.list(),
    [{ body: {} }, { body: [] }, { body: { error: 'x' } }, { headers: html, body: '<p>' }],
  ],
  'the record that was asked for': [
    (client) => client.deals.get({ params }),
    [{ body: {} }, { body: { id: 'd2' } }],
  ],
  'a deletion': [
    (client) => client.deals.remove(ofDeal),
    [
      { headers: html, body: '<title>Sign in' },
      { status: 200, body: {} },
      { status: 205, body: '' },
    ],
  ],
  'a calendar': [
    (client) => client.deals.calendar({ params }),
    [
      { headers: html, body: calendar },
      { headers: { 'content-type': 'text/calendar' }, body: '<title>Sign in' },
    ],
  ],
}

for (const [what, [call, replies]] of Object.entries(unproven))
  test(`${what} is not believed without evidence`, async (t) => {
    for (const reply of replies) {
      const { client } = await backend(t, () => reply, { retries: 0 })

      await assert.rejects(call(client), { name: 'ContractError', code: 'malformed-answer' })
    }
  })

test('an answer that differs from the contract is delivered with its id', async (t) => {
  const answer = { id: 'd1', number: 'D-7', unheard: true }
  const { client } = await backend(t, ({ method }) => ({
    status: method === 'POST' ? 201 : 200,
    body: answer,
  }))

  assert.deepEqual(await client.deals.create({ body: {} }), answer)
  assert.deepEqual(await client.deals.update({ ...ofDeal, body: {} }), answer)
})

test('the clock is the backend’s, once it told its own, and nobody sets it', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-12-06T09:00:00Z') })
  let passed = 0
  t.mock.method(performance, 'now', () => passed)
  const headers = { date: 'Sat, 21 Nov 2026 09:00:00 GMT' }
  const { client } = await backend(t, () => ({ headers, body: { user: { id: 'u1' } } }))
  assert.equal(client.serverTime(), undefined)

  await client.me.get()
  passed = 1000
  t.mock.timers.tick(15 * 24 * 3_600_000)

  assert.equal(client.serverTime(), Date.parse('2026-11-21T09:00:01Z'))
})

test('an operation without an answer resolves to nothing', async (t) => {
  const { client } = await backend(t, () => ({ status: 204, body: '' }))

  assert.equal(await client.files.remove({ params: { id: 'f1' } }), undefined)
})

test('a calendar is delivered as text', async (t) => {
  const { client } = await backend(t, () => ({
    headers: { 'content-type': 'text/calendar;charset=utf-8' },
    body: calendar,
  }))

  assert.equal(await client.deals.calendar({ params }), calendar)
})

test('a problem names the fields at fault', async (t) => {
  const errors = [{ pointer: '/customer/companyName', code: 'required', detail: 'Enter a name.' }]
  const { client } = await backend(t, () => ({
    status: 422,
    headers: { 'request-id': 'r-header' },
    body: {
      code: 'validation-failed',
      detail: 'One field is wrong.',
      errors: [...errors, 7, null],
    },
  }))

  await assert.rejects(client.deals.create({ body: {} }), (error: PrmError) => {
    assert.deepEqual(error.errors, errors)
    assert.equal(error.requestId, 'r-header')
    assert.equal(
      error.message,
      'POST /deals was refused (422 validation-failed, request r-header): One field is wrong. /customer/companyName: Enter a name.',
    )
    return true
  })
})

test('a refusal without a problem document still has a code', async (t) => {
  const bodies = ['<html>', '', '"no"', '{"code":7,"detail":{},"errors":"x","requestId":[]}']
  for (const body of bodies) {
    const { client } = await backend(t, () => ({ status: 404, headers: html, body }))

    await assert.rejects(client.deals.get({ params: { id: 'd1' } }), {
      name: 'ProblemError',
      code: 'http-404',
      status: 404,
      errors: [],
    })
  }
})

test('no message repeats a token or a key', async (t) => {
  const secrets = 'Bearer abc.def sk_live_99 eyJhbGciOi.eyJzdWIi.sig'
  const { client } = await backend(t, () => ({ status: 403, body: { detail: secrets } }))

  await assert.rejects(
    client.me.get(),
    ({ message }: Error) => !/abc|live_99|hbGci|zdWIi/.test(message),
  )
})

test('what the backend may do better a moment later is passing', () => {
  const statuses = [400, 401, 403, 404, 408, 409, 412, 422, 425, 429, 500, 501, 502, 503, 504]

  assert.deepEqual(statuses.filter(isPassing), [408, 425, 429, 500, 502, 503, 504])
})
