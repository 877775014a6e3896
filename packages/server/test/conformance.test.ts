import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { checks, run, type Outcome, type Target } from '@prmkit/conformance'
import { memoryFiles, memoryStore, seed } from '../src/index.ts'
import { startServer, type RunningServer } from '../src/node.ts'
import { apiKey, testApp } from './app.ts'
import { seedBoards } from './board-records.ts'
import { seedLibrary } from './library-records.ts'
import { seedContent } from './records.ts'
import { heldBy, seedAcademy } from './training-records.ts'

const program = fileURLToPath(new URL('cli.ts', import.meta.resolve('@prmkit/conformance')))
const limits = { requestsPerMinute: 100_000, customersPerHour: 10_000, heartbeat: 50 }
/** Slow effects show within these. */
const bounds = { sessionEnd: 50, heartbeat: 500, tokenEnd: 500 }
const servers: RunningServer[] = []
const folder = await mkdtemp(join(tmpdir(), 'prmkit-conformance-'))

async function serverWith(more: object): Promise<string> {
  const store = memoryStore()
  await seed(store)
  await seedBoards(store)
  await seedContent(store)
  await store.write((tables) => seedAcademy(tables, new Date().toISOString(), [heldBy('ada')]))
  const fileStore = memoryFiles()
  await seedLibrary(store, fileStore)
  const options = { store, fileStore, apiKeys: [apiKey], port: 0, host: '127.0.0.1' }
  const server = await startServer({ ...options, limits: { ...limits, ...more } })
  servers.push(server)
  return server.url
}

let good = ''
let bad = ''
before(async () => {
  good = await serverWith({})
  bad = await serverWith({ bodySize: 100_000_000 })
})
after(async () => {
  for (const server of servers) await server.close()
  await rm(folder, { recursive: true })
})

const people = ['--seller', 'ada@north.example', '--stranger', 'sol@south.example']
const others = ['--colleague', 'cleo@north.example', '--manager', 'mona@vendor.example']

/** Runs the program, and resolves to its exit status and what it wrote. */
function start(...words: string[]): Promise<{ code: unknown; out: string; errors: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, PRMKIT_API_KEY: apiKey }
    execFile(process.execPath, [program, ...words], { env }, (error, out, errors) =>
      resolve({ code: error?.code ?? 0, out, errors }),
    )
  })
}

test('the program exits with 0 when every promise it may try is kept', async () => {
  const { code, out } = await start(good, ...people, ...others)

  assert.equal(code, 0, out)
  assert.match(
    out,
    new RegExp(`\n${checks.length - 5} passed, 0 failed, 5 skipped, 0 could not run`),
  )
  assert.match(out, /^skip {2}streams\.token-end.*\n {6}No token was given/m)
  assert.match(out, /^skip {2}limits\.retry-after.*\n {6}No user was named/m)
})

test('the program exits with 1 when one is broken, and says what in each report', async () => {
  const files = ['junit', 'json', 'html'].map((kind) => join(folder, `report.${kind}`))
  const [junit = '', json = '', html = ''] = files
  const reports = ['--junit', junit, '--json', json, '--html', html]
  const { code, out } = await start(bad, ...people, ...reports)
  const [xml, text, page] = await Promise.all(files.map((file) => readFile(file, 'utf8')))
  const report = JSON.parse(text ?? '')

  assert.equal(code, 1, out)
  assert.match(out, /^fail {2}http\.too-large/m)
  assert.match(
    out,
    / {6}Requests:\n {8}POST \/v1\/sessions → 422 \(\w+\)\n {6}The promise: rule “strict/,
  )
  assert.match(out, /^skip .*\n {6}No manager of the vendor was named/m)
  assert.equal(report.counts.fail, 1)
  assert.equal(report.checks.length, checks.length)
  assert.match(xml ?? '', /classname="http\.too-large"[^>]*><failure message="/)
  assert.match(page ?? '', /<h1>Falls short/)
})

test('the program exits with 2 when it cannot run, and says why', async () => {
  const port = new URL(good).port
  const nobody = await start(good, '--seller', 'no@no.example', '--stranger', 'sol@south.example')
  const nowhere = await start(`http://127.0.0.1:${port}/elsewhere`, ...people)
  const wrong = await start(good, '--seler', 'ada@north.example')

  assert.deepEqual([nobody.code, nowhere.code, wrong.code], [2, 2, 2])
  assert.match(nobody.errors, /\/user: There is no such user/)
  assert.match(nowhere.errors, /GET \/ was refused \(404[^]*: before the first, sessions\.create/)
  assert.match(wrong.errors, /--seler/)
})

test('the program finds before it runs that a report cannot be written', async () => {
  const report = join(folder, 'nowhere', 'report.xml')
  const { code, out, errors } = await start(good, ...people, '--junit', report)

  assert.equal(code, 2)
  assert.equal(out, '')
  assert.match(errors, /No report can be written to .*report\.xml\. Name a file in a folder/)
  assert.doesNotMatch(errors, /\n +at /)
})

type Fetch = NonNullable<Target['fetch']>
type Sabotage = (
  request: Request,
  next: (request: Request) => Promise<Response>,
) => Promise<Response>

const withHeaders = (request: Request, headers: Record<string, string>) => {
  const changed = new Request(request)
  for (const [name, value] of Object.entries(headers)) changed.headers.set(name, value)
  return changed
}
const answering = async (response: Promise<Response>, change: (body: string) => string) => {
  const { status, headers } = await response
  return new Response(change(await (await response).text()) || null, { status, headers })
}

/** The items of a page, the other way round. */
const reversed = (response: Promise<Response>) =>
  answering(response, (body) => {
    const page = JSON.parse(body) as { items: unknown[] }
    return JSON.stringify({ ...page, items: page.items.toReversed() })
  })

/** The same request with other words in its body. */
const reworded = async (request: Request, change: (body: string) => string) => {
  const { url, method, headers } = request
  const body = await request.clone().text()
  return body === '' ? request : new Request(url, { method, headers, body: change(body) })
}

/** A test app and how the kit is to call what is made of it. */
const targetOf = (respond: (request: Request) => Promise<Response>): Target => ({
  ...{ baseUrl: 'http://server.example', apiKey, patience: 5000 },
  fetch: ((input: Request | string, init?: RequestInit) =>
    respond(new Request(input, init))) as Fetch,
  ...{ seller: { user: { id: 'ada' } }, stranger: { user: { id: 'sol' } } },
  ...{ colleague: { user: { id: 'cleo' } }, manager: { user: { id: 'mona' } } },
  ...{ restricted: { user: { id: 'sam' } }, limited: { user: { id: 'sam' } }, briefToken: 'eyJ' },
})

/** The results of these checks. */
async function outcomesOf(target: Target, ...ids: string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for await (const outcome of run(
    target,
    checks.filter(({ id }) => ids.includes(id)),
  ))
    outcomes.push(outcome)
  return outcomes
}

let asked = 0
let cursors = 0
let marked = 0
let told: object = {}
const keys = new Map<string, Response>()

const missing = () =>
  Response.json(
    { type: 'about:blank', title: 'None', status: 404, code: 'not-found', requestId: 'r' },
    { status: 404, headers: { 'content-type': 'application/problem+json' } },
  )
const answer200 = ({ headers }: Response) => ({ headers, status: 200 })

/** Says something else in one header of every answer. */
function allowing(name: string, value: string): Sabotage {
  return async (request, next) => {
    const answer = await next(request)
    if (answer.headers.has(name)) answer.headers.set(name, value)
    return answer
  }
}

/** Backends that break one promise each, and the rule that must find it. */
const sabotages: Record<string, [sabotage: Sabotage, id: string]> = {
  'describes a resource without naming it': [
    (request, next) =>
      request.url.endsWith('/v1')
        ? answering(next(request), (body) =>
            body.replace('"capabilities":["deals"', '"capabilities":["tiers"'),
          )
        : next(request),
    'capabilities.blocks',
  ],
  'answers for a resource that it does not name': [
    (request, next) =>
      request.url.endsWith('/v1')
        ? answering(next(request), (body) =>
            body.replace('"deals":', '"dealings":').replace('["deals"', '["tiers"'),
          )
        : next(request),
    'capabilities.operations',
  ],
  'forgets that points were taken back': [
    (request, next) =>
      request.url.includes('/v1/points?')
        ? answering(next(request), (body) => body.replaceAll('"reversedBy"', '"reversed"'))
        : next(request),
    'points.reverse',
  ],
  'lists the points of every company as those of one': [
    (request, next) =>
      next(new Request(request.url.replace(/(points\?.*)partnerId=[^&]*&?/, '$1'), request)),
    'points.list',
  ],
  'keeps a change of a tier to itself': [
    (request, next) =>
      request.url.includes('/tier-changes')
        ? answering(next(request), () => '{"items":[]}')
        : next(request),
    'tiers.changes',
  ],
  'tells everybody of an announcement for one partner': [
    async (request, next) => {
      const answer = await next(request)
      const about = new URL(request.url).pathname.startsWith('/v1/announcements/')
      return about && answer.status === 404 ? Response.json({ title: 'Gold' }) : answer
    },
    'announcements.audience',
  ],
  'lists news that is over': [
    (request, next) =>
      request.url.includes('/announcements')
        ? answering(next(request), (body) =>
            body.replace('"validFrom"', '"validUntil":"2020-01-01T00:00:00.000Z","validFrom"'),
          )
        : next(request),
    'announcements.list',
  ],
  'counts read and unread news together': [
    (request, next) =>
      request.url.includes('facets')
        ? answering(next(request), (body) => body.replace('"value":"true","count":', '$&1'))
        : next(request),
    'announcements.unread',
  ],
  'moves the revision as an announcement is read': [
    (request, next) =>
      request.url.endsWith('/read')
        ? answering(next(request), (body) => body.replace('"revision":1', '"revision":2'))
        : next(request),
    'announcements.read',
  ],
  'forgets when an announcement was acknowledged first': [
    (request, next) =>
      request.url.endsWith('/acknowledgement')
        ? answering(next(request), (body) =>
            body.replace(
              /"acknowledgedAt":"[^"]*"/,
              `"acknowledgedAt":"${new Date(Date.now() + ++marked * 1000).toISOString()}"`,
            ),
          )
        : next(request),
    'announcements.acknowledge',
  ],
  'takes an acknowledgement that nobody asked for': [
    async (request, next) => {
      const answer = await next(request)
      return request.url.endsWith('/acknowledgement') ? new Response('{}') : answer
    },
    'announcements.not-asked',
  ],
  'tells one reader’s marks as another’s': [
    (request, next) =>
      request.method === 'GET' && /announcements\/\w/.test(request.url)
        ? answering(next(request), (body) =>
            body.replace('"mine":{}', '"mine":{"readAt":"2026-01-01T00:00:00.000Z"}'),
          )
        : next(request),
    'announcements.mine',
  ],
  'names a resource that it does not have': [
    (request, next) =>
      request.url.endsWith('/deals') ? Promise.resolve(missing()) : next(request),
    'capabilities.operations',
  ],
  'does a write twice': [
    (request, next) => next(withHeaders(request, { 'idempotency-key': crypto.randomUUID() })),
    'idempotency.replay',
  ],
  'takes a write without a key': [
    (request, next) =>
      next(
        request.headers.get('idempotency-key')
          ? request
          : withHeaders(request, { 'idempotency-key': crypto.randomUUID() }),
      ),
    'idempotency.missing',
  ],
  'ignores the revision': [
    async (request, next) => {
      const id = /\/deals\/(deal_\w+)/.exec(request.url)?.[1]
      if (!request.headers.get('if-match') || !id) return next(request)
      const headers = { authorization: request.headers.get('authorization') ?? '' }
      const deal = await next(new Request(`http://server.example/v1/deals/${id}`, { headers }))
      return next(withHeaders(request, { 'if-match': deal.headers.get('etag') ?? '"1"' }))
    },
    'revisions.stale',
  ],
  'lets who views as a partner write': [
    async (request, next) =>
      next(await reworded(request, (text) => text.replace(',"viewAs":true', ''))),
    'viewing.writes',
  ],
  'hides the history from who views as a partner': [
    async (request, next) =>
      request.url.includes('/timeline') ? new Response('{}', { status: 404 }) : next(request),
    'viewing.reads',
  ],
  'lets proxies change the stream': [
    async (request, next) => {
      const answer = await next(request)
      answer.headers.set('cache-control', 'no-store')
      return answer
    },
    'streams.no-transform',
  ],
  'says nothing on a stream': [
    async (request, next) =>
      request.url.endsWith('/events') ? new Response(new ReadableStream()) : next(request),
    'streams.heartbeat',
  ],
  'does not tell how long to wait': [
    async (request, next) => {
      if (!request.url.endsWith('/me') || ++asked < 6) return next(request)
      const problem = { type: 'about:blank', title: 'Slow', status: 429, code: 'rate-limited' }
      const headers = { 'content-type': 'application/problem+json' }
      return new Response(JSON.stringify({ ...problem, requestId: 'r' }), { status: 429, headers })
    },
    'limits.retry-after',
  ],
  'lets a stream outlive its token': [
    async (request, next) =>
      request.url.endsWith('/events') ? new Response(new ReadableStream()) : next(request),
    'streams.token-end',
  ],
  'ends no session': [
    async (request, next) =>
      request.method === 'DELETE' ? new Response(null, { status: 204 }) : next(request),
    'sessions.end',
  ],
  'lets a day be that is none': [
    async (request, next) =>
      next(await reworded(request, (text) => text.replaceAll('2026-02-30', '2027-02-28'))),
    'forms.dates',
  ],
  'takes an origin that no browser sends': [
    async (request, next) =>
      next(
        await reworded(request, (text) => text.replace('"https://partners.example/"', '"null"')),
      ),
    'sessions.origin-form',
  ],
  'has a calendar for everything': [
    (request, next) =>
      next(request).then((answer) =>
        request.url.endsWith('/calendar') ? new Response('BEGIN:VCALENDAR') : answer,
      ),
    'deal-actions.no-calendar',
  ],
  'takes a script for an address': [
    async (request, next) =>
      next(
        await reworded(request, (text) => text.replace('javascript:alert(1)', 'https://a.example')),
      ),
    'forms.addresses',
  ],
  'takes any number of ids': [
    async (request, next) =>
      next(await reworded(request, (text) => text.replace('"crm-50":"x"', '"crm-0":"x"'))),
    'http.too-many-ids',
  ],
  'does not answer': [
    (request, next) =>
      request.url.endsWith('/no-such-form') ? new Promise(() => {}) : next(request),
    'forms.unknown',
  ],
  'says in HTML what is wrong': [
    async (request, next) => {
      const answer = await next(request)
      return answer.ok ? answer : new Response('<h1>Not found</h1>', answer)
    },
    'forms.unknown',
  ],
  'lets one other site read': [
    allowing('access-control-allow-origin', 'https://other.example'),
    'http.exposed-headers',
  ],
  'hides its refusals from pages': [
    async (request, next) => {
      const answer = await next(request)
      if (answer.status === 401) answer.headers.delete('access-control-allow-origin')
      return answer
    },
    'http.exposed-headers',
  ],
  'lets pages elsewhere send no change': [
    allowing('access-control-allow-methods', 'GET, POST'),
    'http.preflight',
  ],
  'answers a new comment with 200': [
    async (request, next) => {
      const answer = await next(request)
      return request.url.endsWith('/comments')
        ? new Response(answer.body, answer200(answer))
        : answer
    },
    'http.answers',
  ],
  'takes a key for any operation': [
    (request, next) => {
      const key = request.headers.get('idempotency-key') ?? ''
      const known = keys.get(key)
      if (known !== undefined) return Promise.resolve(known.clone())
      return next(request).then((answer) => {
        if (key && request.method !== 'GET') keys.set(key, answer.clone())
        return answer
      })
    },
    'idempotency.operations',
  ],
  'asks for a key only where it creates': [
    (request, next) =>
      next(
        request.headers.get('idempotency-key') || request.url.endsWith('/deals')
          ? request
          : withHeaders(request, { 'idempotency-key': crypto.randomUUID() }),
      ),
    'idempotency.missing',
  ],
  'deletes without a revision': [
    (request, next) =>
      next(request.method === 'DELETE' ? withHeaders(request, { 'if-match': '"1"' }) : request),
    'revisions.missing',
  ],
  'lists in no order': [
    (request, next) => next(new Request(request.url.replace(/&?sort=\w+/, ''), request)),
    'lists.order',
  ],
  'takes the first of several values': [
    (request, next) =>
      next(new Request(request.url.replace(/(status=\w+)&status=\w+/, '$1'), request)),
    'lists.filters',
  ],
  'gives everybody’s for one’s own': [
    (request, next) => next(new Request(request.url.replace('&owner=me', ''), request)),
    'lists.owner',
  ],
  'leaves the revision as it is': [
    (request, next) =>
      request.url.endsWith('/actions')
        ? answering(next(request), (body) => body.replace('"revision":2', '"revision":1'))
        : next(request),
    'revisions.action',
  ],
  'tells the latest first': [
    (request, next) =>
      request.url.endsWith('/timeline') ? reversed(next(request)) : next(request),
    'deals.timeline',
  ],
  'logs the latest first': [
    (request, next) =>
      request.url.includes('/event-log') ? reversed(next(request)) : next(request),
    'events.log',
  ],
  'counts the records of a page only': [
    (request, next) =>
      request.url.includes('limit=1&')
        ? answering(next(request), (body) => body.replace(/"total":\d+/, '"total":1'))
        : next(request),
    'lists.facets',
  ],
  'tells of the record in its event': [
    async (request, next) => {
      const answer = await next(request)
      if (request.method === 'POST' && request.url.endsWith('/deals'))
        told = ((await answer.clone().json()) as { customer: { companyName: string } }).customer
      if (!request.url.endsWith('/events')) return answer
      const talk = new TransformStream<string, string>({
        transform: (text, out) =>
          out.enqueue(text.replace('"resource"', `"customer":${JSON.stringify(told)},"resource"`)),
      })
      const body = answer
        .body!.pipeThrough(new TextDecoderStream())
        .pipeThrough(talk)
        .pipeThrough(new TextEncoderStream())
      return new Response(body, answer)
    },
    'events.live',
  ],
  'computes no sums': [
    (request, next) =>
      answering(next(request), (body) => body.replaceAll(/"totals":\[[^\]]*\]/g, '"totals":[]')),
    'deals.money',
  ],
  'lets a seller see the whole company': [
    async (request, next) => {
      if (request.method === 'POST' && request.url.endsWith('/sessions'))
        return next(await reworded(request, (text) => text.replace('"sam"', '"cleo"')))
      if (!request.url.endsWith('/me')) return next(request)
      return answering(next(request), (body) =>
        body.replace(/"role":"partner_\w+"/, '"role":"partner_seller"'),
      )
    },
    'visibility.own',
  ],
  'reads no cursor': [
    (request, next) => next(new Request(request.url.replace(/&?cursor=[^&]+/, ''), request)),
    'lists.paging',
  ],
  'reads no cursor, and gives another each time': [
    (request, next) =>
      answering(next(new Request(request.url.replace(/&?cursor=[^&]+/, ''), request)), (body) =>
        body.replace(/"nextCursor":"[^"]+"/, `"nextCursor":"c${cursors++}"`),
      ),
    'lists.paging',
  ],
  'logs the same page for ever': [
    (request, next) =>
      request.url.includes('/event-log')
        ? answering(next(new Request(request.url.replace(/\?.*/, ''), request)), (body) =>
            body.replace('"more":false', '"more":true'),
          )
        : next(request),
    'events.log',
  ],
  'gives ever more users': [
    (request, next) =>
      request.url.includes('/users')
        ? answering(next(new Request(request.url.replace(/\?.*/, ''), request)), (body) =>
            JSON.stringify({ ...JSON.parse(body), nextCursor: `c${cursors++}` }),
          )
        : next(request),
    'visibility.users',
  ],
  'ends protection at midnight UTC': [
    (request, next) =>
      answering(next(request), (body) =>
        body.replaceAll(/("expiresAt":"\d{4}-\d\d-\d\d)T22:59:59.999Z/g, '$1T23:59:59.999Z'),
      ),
    'deal-actions.approve',
  ],
}

for (const [what, [sabotage, id]] of Object.entries(sabotages))
  test(`a backend that ${what} falls short of ${id}`, async () => {
    const { app, store } = await testApp({ clock: Date.now, limits })
    await seedBoards(store)
    await seedContent(store)
    await store.write((tables) => seedAcademy(tables, new Date().toISOString(), [heldBy('ada')]))
    const next = (request: Request) => app.fetch(request)
    const target = targetOf((request) => sabotage(request, next))
    const outcomes = await outcomesOf({ ...target, bounds, checkTime: 5000 }, id)

    assert.deepEqual(
      outcomes.map(({ result }) => result),
      ['fail'],
      outcomes[0]?.reason,
    )
  })

test('a session may live on for a while in another process', async () => {
  const began = Date.now()
  const clock = () => began + 50 * (Date.now() - began)
  const first = await testApp({ clock, limits })
  const apps = [first, await testApp({ clock, limits, store: first.store })]
  const afterwards: number[] = []
  let asked = 0
  let over = false
  const target = targetOf(async (request) => {
    const answer = await apps[asked++ % 2]!.app.fetch(request)
    if (over) afterwards.push(answer.status)
    over ||= request.method === 'DELETE'
    return answer
  })
  const [outcome] = await outcomesOf(target, 'sessions.end')

  assert.ok(afterwards.includes(200), 'Both knew at once.')
  assert.equal(outcome?.result, 'pass', outcome?.reason)
})

test('a server that limits requests and ends streams keeps these promises', async () => {
  let offset = 0
  const { app, signIn } = await testApp({
    clock: () => Date.now() + offset,
    limits: { ...limits, requestsPerMinute: 40 },
  })
  const { token: briefToken } = await signIn('cleo', { lifetime: 300 })
  const target = targetOf((request) => {
    if (request.url.endsWith('/events') && offset === 0) setTimeout(() => (offset = 301_000), 50)
    return app.fetch(request)
  })
  const brief = { ...target, briefToken }
  const outcomes = await outcomesOf(brief, 'streams.token-end', 'limits.retry-after')

  assert.deepEqual(
    outcomes.map(({ result, reason }) => [result, reason]),
    [
      ['pass', undefined],
      ['pass', undefined],
    ],
  )
})

test('a lost connection says nothing of the backend', async () => {
  const { app } = await testApp({ clock: Date.now, limits })
  const target = targetOf((request) =>
    request.method === 'POST' && request.url.endsWith('/deals')
      ? Promise.reject(new TypeError('fetch failed'))
      : app.fetch(request),
  )
  const outcomes = await outcomesOf(
    target,
    'visibility.lists',
    'visibility.record',
    'http.no-token',
  )

  assert.deepEqual(
    outcomes.map(({ result }) => result),
    ['pass', 'error', 'error'],
  )
})

test('the kit tries every rule of the guide but the clients’ own, and no other', async () => {
  const guide = new URL('../README.md', import.meta.resolve('@prmkit/contract'))
  const rules = [...(await readFile(guide, 'utf8')).matchAll(/^- \*\*([a-z-]+)\*\*/gm)].map(
    ([, rule = '']) => rule,
  )
  const tried = [...new Set(checks.map(({ rule }) => rule))]

  assert.deepEqual(rules.filter((rule) => rule !== 'growing-enums').toSorted(), tried.toSorted())
})
