import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checks, run, type Outcome, type Target } from '@prmkit/conformance'
import { createApp, memoryFiles, memoryStore, seed, type MemoryStore } from '../src/index.ts'
import { apiKey } from './app.ts'
import { seedAnnouncements } from './records.ts'

const limits = { requestsPerMinute: 100_000, customersPerHour: 10_000, heartbeat: 50 }
const bounds = { sessionEnd: 50, heartbeat: 500, tokenEnd: 500 }

type Serve = (request: Request) => Promise<Response>

/** The kit's outcomes of a backend that stands on the seeded server. */
async function outcomesOf(store: MemoryStore, wrap: (serve: Serve) => Serve): Promise<Outcome[]> {
  const app = createApp({ store, fileStore: memoryFiles(), apiKeys: [apiKey], limits })
  const serve = wrap((request) => app.fetch(request))
  const target: Target = {
    ...{ baseUrl: 'http://server.example', apiKey, bounds },
    fetch: (input, init) => serve(new Request(input, init)),
    ...{ seller: { user: { id: 'ada' } }, stranger: { user: { id: 'sol' } } },
    ...{ colleague: { user: { id: 'sam' } }, manager: { user: { id: 'mona' } } },
  }
  const outcomes: Outcome[] = []
  for await (const outcome of run(target)) outcomes.push(outcome)
  app.close()
  return outcomes
}

async function seeded(): Promise<MemoryStore> {
  const store = memoryStore()
  await seed(store)
  await seedAnnouncements(store)
  return store
}

const failures = (outcomes: Outcome[]) =>
  outcomes
    .filter(({ result }) => result === 'fail' || result === 'error')
    .map(({ check, reason }) => `${check.id}: ${reason}`)
const passed = (outcomes: Outcome[]) =>
  outcomes.filter(({ result }) => result === 'pass').map(({ check }) => check.id)

test('a backend with content only conforms, and the kit says that it takes no registrations', async () => {
  const store = await seeded()
  const settings = await store.read.programme.settings()
  const discovery = Object.fromEntries(
    Object.entries(settings.discovery).map(([language, { deals: _, ...rest }]) => [language, rest]),
  )
  await store.write(({ programme }) => programme.putSettings({ ...settings, discovery }))
  // Such a backend knows no products, forms and files.
  const outcomes = await outcomesOf(store, (serve) => (request) => {
    const { pathname, search } = new URL(request.url)
    const elsewhere = /^\/v1\/(products|forms|files)/.test(pathname) ? '/v1/nothing' : pathname
    return serve(new Request(new URL(elsewhere + search, request.url), request))
  })

  assert.deepEqual(failures(outcomes), [])
  assert.ok(passed(outcomes).includes('capabilities.operations'))
  for (const id of ['events.resync', 'announcements.audience', 'announcements.acknowledge'])
    assert.ok(passed(outcomes).includes(id), id)
  const skipped = outcomes.filter(({ check }) => check.needs.includes('deals'))
  assert.ok(skipped.length > checks.length / 2)
  for (const { check, result, reason } of skipped) {
    assert.equal(result, 'skip', check.id)
    assert.match(reason ?? '', /Not offered: discovery does not name the capability “deals”/)
  }
})

test('a backend where nobody may write conforms, and the kit says so', async () => {
  const forbidden = {
    ...{ type: 'about:blank', title: 'Read only', status: 403 },
    ...{ code: 'read-only', requestId: 'r' },
  }
  const outcomes = await outcomesOf(await seeded(), (serve) => async (request) => {
    const { pathname } = new URL(request.url)
    const reads = request.method === 'GET' || request.method === 'OPTIONS'
    const answer = await serve(request)
    if (pathname === '/v1/me' && answer.ok)
      return Response.json(
        { ...(await answer.json()), readOnly: true },
        { headers: answer.headers },
      )
    const takesKey = answer.ok && !reads && !/sessions|availability|download/.test(pathname)
    if (!takesKey && !(request.method === 'POST' && /\/(deals|files)$/.test(pathname)))
      return answer
    const headers = new Headers(answer.headers)
    headers.set('content-type', 'application/problem+json')
    return Response.json(forbidden, { status: 403, headers })
  })

  assert.deepEqual(failures(outcomes), [])
  const read = [
    'announcements.audience',
    'capabilities.read-only',
    'forms.get',
    'lists.bad-query',
    'conflicts.free',
  ]
  for (const id of read) assert.ok(passed(outcomes).includes(id), id)
  const skipped = outcomes.filter(({ check }) => check.needs.includes('writing'))
  for (const { check, result, reason } of skipped) {
    assert.equal(result, 'skip', check.id)
    assert.match(reason ?? '', /The seller may only read/)
  }
})
