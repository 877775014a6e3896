import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Deal, dealStatuses, Problem, type DealStatus } from '@prmkit/contract'
import { act, aDeal, apiKey, register, testApp, traces, type Answer, type Person } from './app.ts'
import { hostileWords, operations } from './hostile.ts'

const limits = { requestsPerMinute: 1e6, customersPerHour: 1e6, heartbeat: 1e6 }
const hostileQueries = [
  ...hostileWords.map((word) => encodeURIComponent(word.toWellFormed())),
  ...['%', '%zz', '%ED%A0%80', '%C0%80', '%F0%9F', '+', '%2B', '1%00', 'a%0D%0Ab: c', '%5B%5D'],
  ...['-1', '1e3', '0x10', '1.5', '99999999999999999999', 'NaN', 'Infinity', 'null', 'undefined'],
  ...['true', 'false', '1', '[]', '{}', 'W10', 'bnVsbA', 'WyJjcmVhdGVkX2Rlc2MiLDEsMl0'],
]
const hostileHeaders: Record<string, string[]> = {
  authorization: [
    ...[
      '',
      'Bearer',
      'Bearer ',
      'Basic YTpi',
      'Bearer a b',
      'Bearer ' + 'x'.repeat(8000),
      'Bearer sk_',
    ],
    ...[
      'Bearer eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4In0.',
      'Bearer ..',
      'Bearer \u00e4\u00ff',
      'bearer\tx',
    ],
  ],
  'idempotency-key': [
    '',
    '""',
    '"',
    'a b',
    'a, a',
    '\u00e4',
    'x'.repeat(256),
    '"' + 'x'.repeat(300) + '"',
  ],
  'if-match': [
    '',
    '*',
    '"',
    '""',
    '"1e0"',
    '"01"',
    '"-1"',
    '"99999999999999999999"',
    'W/"x"',
    '\u00e4',
    '"1",'.repeat(2000),
  ],
  'accept-language': [
    '',
    '*',
    ';;;',
    'x'.repeat(9000),
    'de;q=NaN',
    'de;q=1e999',
    '-',
    'a-'.repeat(3000),
    '\u00e4',
  ],
  origin: [
    '',
    'null',
    'https://evil.example',
    'x'.repeat(5000),
    '*',
    'https://a.example, https://b.example',
  ],
  'last-event-id': [
    '',
    '-1',
    '1-1',
    '9'.repeat(400),
    '\u00e4',
    "1'; select 1",
    '1-99999999999999999999',
  ],
  'content-type': [
    '',
    'application/json;',
    'application/json; charset=utf-16',
    'text/plain',
    'application/json, text/plain',
    'multipart/form-data',
    'x'.repeat(5000),
  ],
  'content-encoding': ['gzip', 'br', 'nonsense'],
  'content-length': ['0', '-1', '99999999999', 'x'],
  range: ['bytes=0-', 'bytes=-0', 'lines=1-2', 'bytes=5-1', 'x'.repeat(5000)],
  accept: ['text/html', 'nonsense', ''],
}

/** The contract's promise of every answer that is no success. */
function holds(answer: Answer, evidence: string): void {
  const said = `${evidence} → ${answer.status} ${JSON.stringify(answer.body).slice(0, 600)}`
  assert.ok(answer.status < 500, said)
  if (answer.status < 400) return
  const problem = Problem.safeParse(answer.body)
  assert.ok(problem.success, said)
  assert.equal(answer.headers.get('content-type'), 'application/problem+json', said)
  assert.equal(answer.headers.get('request-id'), problem.data.requestId, said)
}

async function world() {
  const app = await testApp({ limits })
  const ada = await app.signIn('ada')
  const deal = await register(ada, { status: 'draft' })
  const pathOf = (path: string) =>
    path.replace('{id}', deal.id).replace('{name}', 'deal').replace('{fileId}', 'file_x')
  async function send(
    method: string,
    path: string,
    token: string,
    headers: Record<string, string>,
    body?: string,
  ) {
    const request = new Request(`https://api.example${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body !== undefined && { body }),
    })
    const response = await app.app.fetch(request)
    const stream = response.headers.get('content-type')?.startsWith('text/event-stream')
    if (stream) await response.body?.cancel()
    const text = stream ? '' : await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      ...{ status: response.status, headers: response.headers },
      body: isJson ? JSON.parse(text) : text,
    } as Answer
  }
  return { app, ada, deal, pathOf, send }
}

describe('every operation', () => {
  it('names the part of the query that is wrong, whatever it is', async () => {
    const { app, ada, pathOf, send } = await world()
    const before = await traces(app)
    for (const { id, method, path, query } of operations)
      for (const name of query)
        for (const value of hostileQueries)
          for (const search of [`${name}=${value}`, `${name}=${value}&${name}=${value}`]) {
            const token = id === 'eventLog.list' ? apiKey : ada.token
            const answer = await send(method, `${pathOf(path)}?${search}`, token, {})
            holds(answer, `${id} ${search.slice(0, 100)}`)
            if (answer.status === 422)
              assert.ok(
                answer.body.errors.some(({ pointer }: { pointer: string }) =>
                  pointer.startsWith(`/${name}`),
                ),
                JSON.stringify(answer.body),
              )
          }
    assert.equal(await traces(app), before)
  })

  it('stands hostile headers', async () => {
    const { ada, deal, pathOf, send } = await world()
    const good: Record<string, string> = {
      'deals.update': '{"nextStep":"Call"}',
      'files.create': '{"name":"a.pdf","mediaType":"application/pdf","size":3}',
      'deals.checkAvailability': '{"companyName":"A"}',
    }
    for (const { id, method, path, body } of operations)
      for (const [name, values] of Object.entries(hostileHeaders))
        for (const value of values) {
          if (id === 'sessions.remove') continue
          const headers: Record<string, string> = {
            ...(method !== 'GET' && { 'idempotency-key': crypto.randomUUID() }),
            ...(body && { 'content-type': 'application/json' }),
            'if-match': `"${deal.revision}"`,
          }
          const token = id === 'sessions.create' || id === 'eventLog.list' ? apiKey : ada.token
          const text = body && (good[id] ?? '{}')
          const answer = await send(
            method,
            pathOf(path),
            token,
            { ...headers, [name]: value },
            text,
          )
          holds(answer, `${id} ${name}: ${value.slice(0, 60)}`)
        }
  })
})

/** How a registration comes into each status: who does what. */
const ways: Record<DealStatus, [who: 'ada' | 'mona', body: object][]> = (() => {
  const reason = { code: 'other' }
  const review: ['mona', object] = ['mona', { action: 'start_review' }]
  const back = { action: 'return', reason, respondUntil: '2026-12-31', editableFields: ['/name'] }
  const approve: ['mona', object] = ['mona', { action: 'approve', protectedUntil: '2026-11-24' }]
  return {
    draft: [],
    submitted: [],
    under_review: [review],
    action_required: [review, ['mona', back]],
    approved: [review, approve],
    rejected: [review, ['mona', { action: 'reject', reason }]],
    declined: [review, ['mona', { action: 'decline', reason }]],
    duplicate: [review, ['mona', { action: 'mark_duplicate' }]],
    withdrawn: [['ada', { action: 'withdraw' }]],
    expired: [review, approve],
    closed: [review, approve, ['ada', { action: 'close', outcome: 'won' }]],
  } as Record<DealStatus, [who: 'ada' | 'mona', body: object][]>
})()
const reason = { code: 'other', text: 'Because' }
const rightBodies: object[] = [
  ...['submit', 'resubmit', 'withdraw', 'start_review', 'mark_duplicate'].map((action) => ({
    action,
  })),
  { action: 'approve', protectedUntil: '2026-12-31' },
  { action: 'return', reason, respondUntil: '2026-12-31', editableFields: ['/name'] },
  ...['reject', 'decline', 'release', 'refuse_extension'].map((action) => ({ action, reason })),
  { action: 'appeal', text: 'Please' },
  { action: 'convert', opportunity: { id: '1' } },
  { action: 'close', outcome: 'won' },
  { action: 'request_extension', until: '2027-01-31', text: 'More' },
  { action: 'grant_extension', until: '2027-01-31' },
  { action: 'reopen', protectedUntil: '2027-01-31' },
  { action: 'hand_over', ownerUserId: 'cleo' },
]

describe('a registration in each status', () => {
  for (const status of dealStatuses)
    it(`that is ${status} lets everyone do what it says they may, and nothing else`, async () => {
      const app = await testApp({ limits })
      const names = ['ada', 'sam', 'sol', 'hubert', 'mona', 'paul']
      const signIn = async () =>
        Object.fromEntries(
          await Promise.all(names.map(async (name) => [name, await app.signIn(name)] as const)),
        ) as Record<string, Person>
      let people = await signIn()
      const make = async () => {
        let deal = await register(people['ada']!, {
          ...aDeal({ distributorId: 'hub' }),
          ...(status === 'draft' && { status: 'draft' }),
        })
        for (const [who, body] of ways[status]) {
          const answer = await act(people[who]!, deal, body)
          assert.equal(answer.status, 200, JSON.stringify(answer.body))
          deal = answer.body
        }
        return deal
      }
      const made = await Promise.all(
        names.flatMap((name) =>
          rightBodies.map(async (body) => ({ name, body, deal: await make() })),
        ),
      )
      const { auditTrail, read } = app.store
      const written = async () => {
        const { items } = await read.timeline.list(current, { limit: 100 })
        const deal = JSON.stringify(await read.deals.get(current))
        return `${await read.events.end()} ${auditTrail.length} ${items.length} ${deal}`
      }
      let current = ''
      if (status === 'expired') {
        app.time.now += 3 * 86_400_000
        people = await signIn()
      }

      for (const { name, body, deal } of made) {
        const person = people[name]!
        current = deal.id
        const { action } = body as { action: string }
        const seen = await person.send('GET', `/deals/${deal.id}`)
        const may: string[] = seen.status === 200 ? seen.body.allowedActions : []
        if (seen.status === 200) assert.equal(Deal.parse(seen.body).status, status)
        const before = await written()
        const answer = await act(person, seen.status === 200 ? seen.body : deal, body)

        const said = `${name} ${action} → ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`
        holds(answer, said)
        assert.equal(answer.status === 200, may.includes(action), `${said}; may ${may.join()}`)
        if (seen.status !== 200) assert.equal(answer.status, 404, said)
        if (answer.status !== 200) assert.equal(await written(), before, said)
      }
    })
})

it('a body that breaks off is the caller’s trouble and leaves nothing', async () => {
  const server = await testApp()
  const { token } = await server.signIn('ada')
  const before = await traces(server)
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode('{"name":'))
      stream.error(new Error('the connection was reset'))
    },
  })
  const headers = {
    ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    'idempotency-key': 'one',
  }
  const init = { method: 'POST', headers, body, duplex: 'half' }

  const response = await server.app.fetch(new Request('https://api.example/v1/deals', init))

  assert.equal(response.status, 400)
  const problem = Problem.parse(await response.json())
  assert.equal(problem.code, 'malformed-request')
  assert.match(problem.detail ?? '', /broke off/)
  assert.equal(await traces(server), before)
})
