import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { checks, htmlReport, jsonReport, run, type Outcome, type Target } from '@prmkit/conformance'
import type { Form } from '@prmkit/contract'
import { createApp, memoryFiles, memoryStore, seed, type MemoryStore } from '../src/index.ts'
import { apiKey } from './app.ts'
import { failures, outcomesOf, type Serve } from './kit-outcomes.ts'
import { seedContent } from './records.ts'
import { seedAcademy } from './training-records.ts'

async function seeded(): Promise<MemoryStore> {
  const store = memoryStore()
  await seed(store)
  await seedContent(store)
  await store.write((tables) => seedAcademy(tables, new Date().toISOString()))
  return store
}

const results = (outcomes: Outcome[]) =>
  Object.fromEntries(outcomes.map(({ check, result }) => [check.id, result]))

/** The checks that make registrations. */
const ofDeals = checks.filter(({ needs }) => needs.includes('deals')).map(({ id }) => id)

/** The form of the seeded programme with a change, in each language. */
async function withForm(store: MemoryStore, change: (form: Form) => Form): Promise<void> {
  const record = await store.read.programme.form('deal')
  assert.ok(record)
  const forms = Object.fromEntries(
    Object.entries(record.forms).map(([language, form]) => [language, change(form)]),
  )
  await store.write(({ programme }) => programme.putForm({ ...record, forms }))
}

/** Every answer in JSON, changed. */
const answering =
  (change: (body: string, request: Request) => string) =>
  (serve: Serve): Serve =>
  async (request) => {
    const answer = await serve(request)
    if (!answer.headers.get('content-type')?.includes('json')) return answer
    const { status, headers } = answer
    return new Response(change(await answer.text(), request), { status, headers })
  }

test('a form with a required file conforms', async () => {
  const store = await seeded()
  await withForm(store, (form) => ({
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) =>
        field.type === 'file' ? { ...field, required: true } : field,
      ),
    })),
  }))

  assert.deepEqual(failures(await outcomesOf({ store, ids: ofDeals })), [])
})

test('a vendor with one currency conforms', async () => {
  const store = await seeded()
  const settings = await store.read.programme.settings()
  const discovery = Object.fromEntries(
    Object.entries(settings.discovery).map(([language, one]) => [
      language,
      { ...one, currencies: ['EUR'] },
    ]),
  )
  await store.write(({ programme }) => programme.putSettings({ ...settings, discovery }))
  await withForm(store, (form) => ({
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) =>
        field.type === 'money' ? { ...field, currencies: ['EUR'] } : field,
      ),
    })),
  }))

  const ids = ofDeals.filter((id) => id.startsWith('deals.'))
  assert.deepEqual(failures(await outcomesOf({ store, ids })), [])
})

test('a vendor without products conforms, and the kit says what it did not try', async () => {
  const wrap = answering((body, request) =>
    new URL(request.url).pathname === '/v1/products' ? '{"items":[]}' : body,
  )
  const outcomes = await outcomesOf({ store: await seeded(), wrap, ids: ofDeals })

  assert.deepEqual(failures(outcomes), [])
  assert.equal(results(outcomes)['deals.money'], 'skip')
})

test('answers with more fields than the contract has conform, also where they change', async () => {
  let count = 0
  const loose = ['statusLabels', 'custom', 'externalIds', 'facets', 'consents']
  const more = (key: string, value: unknown) =>
    value && typeof value === 'object' && !Array.isArray(value) && !loose.includes(key)
      ? { ...value, extra: { seen: (count += 1) } }
      : value
  const wrap = answering((body) => body && JSON.stringify(JSON.parse(body, more)))
  const ids = ['deals.create', 'deals.money', 'deals.update', 'conflicts.free']
  const others = ['deal-actions.convert', 'deal-actions.return', 'http.no-token', 'forms.language']
  const outcomes = await outcomesOf({ store: await seeded(), wrap, ids: [...ids, ...others] })

  assert.deepEqual(failures(outcomes), [])
  assert.equal(outcomes.length, 8)
})

test('values that are new to an enum conform', async () => {
  const wrap = answering((body) =>
    body
      .replaceAll('"code":"method-not-allowed"', '"code":"method-not-allowed"')
      .replaceAll('"type":"text"', '"type":"signature"'),
  )
  const outcomes = await outcomesOf({
    store: await seeded(),
    wrap,
    ids: ['forms.language', 'forms.get'],
  })

  assert.deepEqual(results(outcomes), { 'forms.get': 'pass', 'forms.language': 'pass' })
})

test('a check of files that takes its time conforms', async () => {
  const asked = new Map<string, number>()
  const wrap = answering((body, request) => {
    const id = /\/files\/([^/]+)(\/complete)?$/.exec(new URL(request.url).pathname)?.[1]
    if (!id) return body
    const count = (asked.get(id) ?? 0) + 1
    asked.set(id, count)
    return count < 5 ? body.replace('"status":"ready"', '"status":"checking"') : body
  })
  const ids = ['files.upload', 'files.download', 'files.foreign']

  assert.deepEqual(results(await outcomesOf({ store: await seeded(), wrap, ids })), {
    ...{ 'files.upload': 'pass', 'files.download': 'pass', 'files.foreign': 'pass' },
  })
})

test('an asterisk exposes every header', async () => {
  const wrap =
    (serve: Serve): Serve =>
    async (request) => {
      const answer = await serve(request)
      if (answer.headers.has('access-control-expose-headers'))
        answer.headers.set('access-control-expose-headers', '*')
      return answer
    }
  const ids = ['http.exposed-headers']

  assert.deepEqual(results(await outcomesOf({ store: await seeded(), wrap, ids })), {
    'http.exposed-headers': 'pass',
  })
})

test('a calendar for who asks for one conforms', async () => {
  const wrap =
    (serve: Serve): Serve =>
    async (request) =>
      request.url.endsWith('/calendar') && !request.headers.get('accept')?.includes('text/calendar')
        ? new Response('{}', { status: 406 })
        : serve(request)
  const ids = ['deal-actions.calendar']

  assert.deepEqual(results(await outcomesOf({ store: await seeded(), wrap, ids })), {
    'deal-actions.calendar': 'pass',
  })
})

test('thirty requests a minute are enough', async () => {
  let offset = 0
  const options = {
    clock: () => Date.now() + offset,
    limits: { requestsPerMinute: 30, customersPerHour: 10_000, heartbeat: 50 },
  }
  const sleep = async (milliseconds: number) => void (offset += milliseconds)
  const ids = [
    'deals.hostile',
    'lists.paging',
    'lists.order',
    'conflicts.race',
    'visibility.writes',
  ]
  const outcomes = await outcomesOf({ store: await seeded(), options, target: { sleep }, ids })

  assert.deepEqual(failures(outcomes), [])
  assert.equal(outcomes.filter(({ result }) => result === 'pass').length, 5)
  assert.ok(offset > 0, 'Nothing was limited.')
})

test('a run of thirty requests a minute outlives its sessions', async () => {
  let offset = 0
  const options = {
    clock: () => Date.now() + offset,
    limits: { requestsPerMinute: 30, customersPerHour: 10_000, heartbeat: 50 },
  }
  const sleep = async (milliseconds: number) => void (offset += milliseconds)
  // The end of an address is held against the clock of the kit, which stands still.
  const ids = checks.map(({ id }) => id).filter((id) => !id.endsWith('.download'))
  const outcomes = await outcomesOf({ store: await seeded(), options, target: { sleep }, ids })

  assert.deepEqual(failures(outcomes), [])
  assert.ok(offset > 15 * 60_000, `It took ${offset / 60_000} minutes.`)
})

test('a limit that would take hours is named and not waited for', async () => {
  const options = { limits: { requestsPerMinute: 100_000, customersPerHour: 3, heartbeat: 50 } }
  const ids = ['deals.hostile']
  const [outcome] = await outcomesOf({ store: await seeded(), options, ids })

  assert.equal(outcome?.result, 'skip', outcome?.reason)
  assert.match(outcome?.reason ?? '', /limits such requests: .* again in \d+ s\. Raise its limit/)
})

test('a refusal that comes before the end of a large body is read', async (t) => {
  const store = await seeded()
  const app = createApp({ store, fileStore: memoryFiles(), apiKeys: [apiKey] })
  const problem = JSON.stringify({
    ...{ type: 'about:blank', title: 'Too large', status: 413 },
    ...{ code: 'payload-too-large', requestId: 'r' },
  })
  const server = createServer((request, response) => {
    if (Number(request.headers['content-length']) > 1_000_000) {
      response.writeHead(413, { 'content-type': 'application/problem+json', connection: 'close' })
      response.end(problem, () => request.socket.destroySoon())
      return
    }
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', async () => {
      const { method = 'GET', headers, url } = request
      const body = pieces.length ? { body: Buffer.concat(pieces) } : {}
      const answer = await app.fetch(
        new Request(`http://server.example${url}`, {
          ...{ method, headers: headers as Record<string, string> },
          ...body,
        }),
      )
      response.writeHead(answer.status, Object.fromEntries(answer.headers))
      response.end(Buffer.from(await answer.arrayBuffer()))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.after(() => (app.close(), server.close(), server.closeAllConnections()))
  const { port } = server.address() as AddressInfo
  const target: Target = {
    ...{ baseUrl: `http://127.0.0.1:${port}`, apiKey },
    ...{ seller: { user: { id: 'ada' } }, stranger: { user: { id: 'sol' } } },
  }
  const outcomes: Outcome[] = []
  for await (const one of run(
    target,
    checks.filter(({ id }) => id === 'http.too-large'),
  ))
    outcomes.push(one)

  assert.deepEqual(results(outcomes), { 'http.too-large': 'pass' }, outcomes[0]?.reason)
})

test('a check that does not end is ended, and the next one runs', async () => {
  const wrap =
    (serve: Serve): Serve =>
    (request) =>
      request.url.endsWith('/no-such-form') ? new Promise(() => {}) : serve(request)
  const ids = ['forms.unknown', 'conflicts.free']
  const target = { checkTime: 200 }
  const outcomes = await outcomesOf({ store: await seeded(), wrap, target, ids })

  assert.deepEqual(results(outcomes), { 'forms.unknown': 'fail', 'conflicts.free': 'pass' })
  assert.match(outcomes[0]?.reason ?? '', /did not end within 0\.2 s/)
})

test('one fault in every answer is one cause, with the value, the form and an example', async () => {
  const wrap = answering((body, request) =>
    new URL(request.url).pathname.endsWith('/deals') && request.method === 'POST'
      ? body.replace(/"createdAt":"[^"]+"/, '"createdAt":"today"')
      : body,
  )
  const ids = ['deals.create', 'deals.comments', 'deals.timeline']
  const outcomes = await outcomesOf({ store: await seeded(), wrap, ids })

  assert.deepEqual(
    outcomes.map(({ result }) => result),
    ['fail', 'fail', 'fail'],
  )
  assert.match(
    outcomes[0]?.reason ?? '',
    /broke the contract at \/createdAt: it is "today", expected an instant in UTC with milliseconds such as "2026/,
  )
  const report = JSON.parse(jsonReport('http://server.example', outcomes)) as {
    causes: { checks: string[] }[]
  }
  assert.deepEqual(
    report.causes.map(({ checks }) => checks),
    [ids],
  )
  assert.match(htmlReport('http://server.example', outcomes), /3 checks for one cause/)
})
