import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checks, type Outcome } from '@prmkit/conformance'
import { memoryStore, seed, type MemoryStore } from '../src/index.ts'
import { seedBoards } from './board-records.ts'
import { failures, outcomesOf } from './kit-outcomes.ts'
import { seedContent } from './records.ts'
import { seedAcademy } from './training-records.ts'

async function seeded(): Promise<MemoryStore> {
  const store = memoryStore()
  await seed(store)
  await seedBoards(store)
  await seedContent(store)
  await store.write((tables) => seedAcademy(tables, new Date().toISOString()))
  return store
}

const passed = (outcomes: Outcome[]) =>
  outcomes.filter(({ result }) => result === 'pass').map(({ check }) => check.id)

test('a backend with content only conforms, and the kit says that it takes no registrations', async () => {
  const store = await seeded()
  const settings = await store.read.programme.settings()
  const discovery = Object.fromEntries(
    Object.entries(settings.discovery).map(([language, { deals: _, ...rest }]) => [language, rest]),
  )
  await store.write(({ programme }) => programme.putSettings({ ...settings, discovery }))
  // A backend of this kind knows no products, forms and files.
  const outcomes = await outcomesOf({
    store,
    wrap: (serve) => (request) => {
      const { pathname, search } = new URL(request.url)
      const elsewhere = /^\/v1\/(products|forms|files)/.test(pathname) ? '/v1/nothing' : pathname
      return serve(new Request(new URL(elsewhere + search, request.url), request))
    },
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
  const outcomes = await outcomesOf({
    store: await seeded(),
    wrap: (serve) => async (request) => {
      const { pathname } = new URL(request.url)
      const reads = request.method === 'GET' || request.method === 'OPTIONS'
      const answer = await serve(request)
      if (pathname === '/v1/me' && answer.ok)
        return Response.json(
          { ...(await answer.json()), readOnly: true },
          { headers: answer.headers },
        )
      const takesKey = answer.ok && !reads && !/sessions|availability|download/.test(pathname)
      if (answer.status === 401) return answer
      if (!takesKey && !(request.method === 'POST' && /\/(deals|files)$/.test(pathname)))
        return answer
      const headers = new Headers(answer.headers)
      headers.set('content-type', 'application/problem+json')
      return Response.json(forbidden, { status: 403, headers })
    },
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
