import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { Problem, problemCodes, routes, takesIdempotencyKey, type Route } from '@prmkit/contract'
import { memoryFiles, seedAssets } from '../src/index.ts'
import { seedArticles } from '../src/seed-articles.ts'
import { defaultLimits } from '../src/services.ts'
import { aBoard, aPartner } from './board-records.ts'
import { contentBodies } from './content-bodies.ts'
import { aDeal, apiKey, register, testApp, traces, type Person, type TestApp } from './app.ts'
import { aShare } from './library-records.ts'
import { noon } from './records.ts'
import { aCertification, aClass, aCourse, anAward, anEnrolment } from './training-records.ts'

/** Bodies that are right, to be spoilt. */
const bodies: Record<string, object> = {
  'sessions.create': { user: { id: 'ada' } },
  'files.create': { name: 'a.pdf', mediaType: 'application/pdf', size: 3 },
  'deals.create': aDeal(),
  'deals.update': { nextStep: 'Call' },
  'deals.checkAvailability': { companyName: 'Acme' },
  'deals.act': { action: 'withdraw' },
  'deals.addComment': { text: 'Hello' },
  'deals.attach': { fileId: 'file_x' },
  'boards.setMine': { visible: true },
  'points.bulk': { rows: [{ externalIds: { key: 'k' }, rule: 'deed', partnerId: 'north' }] },
  'points.reverse': { reason: { code: 'mistake', text: 'Twice' } },
  'tiers.set': { tier: 'Gold', reason: { code: 'merit' } },
  ...Object.fromEntries(Object.entries(contentBodies).map(([name, [body]]) => [name, body!])),
}

/** The queries without which an operation answers nothing. */
const queries: Record<string, string> = { 'articles.search': 'search=pump' }

const operations = Object.entries(routes).flatMap(([resource, group]) =>
  Object.entries(group).map(([name, route]) => [`${resource}.${name}`, route as Route] as const),
)

describe('every operation', () => {
  let app: TestApp
  let ada: Person
  let sol: Person
  let mona: Person
  let deal: { id: string; revision: number }

  before(async () => {
    app = await testApp()
    ada = await app.signIn('ada')
    sol = await app.signIn('sol')
    mona = await app.signIn('mona')
    deal = await register(ada)
    // One id stands for the record of whatever resource.
    const { id } = deal
    const fresh = { id, externalIds: {}, createdAt: noon, updatedAt: noon, revision: 1 }
    const about = { articleId: id, language: 'en', version: 1, authorId: 'ada' }
    const texts = { en: { title: 'Pumps', body: 'All about pumps' } }
    await seedArticles(
      app.store,
      [{ ...fresh, status: 'published', language: 'en', texts, position: 1 }],
      [{ id, publishedAt: noon, language: 'en', texts }],
    )
    await seedAssets(
      app.store,
      memoryFiles(),
      [{ ...fresh, status: 'published', language: 'en', texts, position: 1 }],
      [{ id, texts: { en: { title: 'Pumps' } }, versions: [{ at: noon, files: {} }] }],
    )
    await app.store.write(async (tables) => {
      await tables.articleTasks.put([{ ...fresh, ...about, status: 'open' }])
      await tables.boards.put([aBoard({ id: deal.id })])
      await tables.partners.put([aPartner(deal.id)])
      const ours = { partnerId: 'north', ownerUserId: 'ada' }
      await tables.shares.put([aShare(id, ours)])
      await tables.courses.put([aCourse({ id })])
      await tables.classes.put([aClass({ id, courseId: id })])
      await tables.enrolments.put([
        { ...anEnrolment({ id }), courseId: id, userId: 'ada', partnerId: 'north' },
      ])
      await tables.certifications.put([aCertification({ id })])
      await tables.awards.put([anAward({ id, certificationId: id, ...ours, userId: 'ada' })])
    })
  })

  const rightToken = ({ access }: Route) =>
    access.includes('api-key') ? apiKey : access === 'vendor' ? mona.token : ada.token
  const pathOf = (route: Route, id = deal.id) =>
    '/v1' +
    route.path
      .replace(/\/$/, '')
      .replace('{id}', id)
      .replace('{name}', 'deal')
      .replace('{fileId}', 'f')
  const pathWith = (route: Route, name: string, query: string) =>
    `${pathOf(route)}?${[queries[name] ?? [], query].flat().join('&')}`

  async function send(
    route: Route,
    sent: { token?: string; path?: string; body?: unknown; headers?: Record<string, string> },
  ) {
    const { token = rightToken(route), path = pathOf(route), body, headers } = sent
    return app.fetch(route.method.toUpperCase(), path, token === '' ? undefined : token, {
      ...(body !== undefined && { body }),
      headers: { ...(route.ifMatch && { 'if-match': `"${deal.revision}"` }), ...headers },
    })
  }

  async function refuses(
    answer: Awaited<ReturnType<typeof send>>,
    code: keyof typeof problemCodes,
    pointer?: string,
  ) {
    const problem = Problem.safeParse(answer.body)
    assert.ok(problem.success, JSON.stringify(answer.body))
    assert.equal(problem.data.code, code, JSON.stringify(answer.body))
    assert.equal(answer.status, problemCodes[code])
    assert.equal(answer.headers.get('content-type'), 'application/problem+json')
    assert.equal(answer.headers.get('request-id'), problem.data.requestId)
    if (pointer !== undefined)
      assert.ok(
        problem.data.errors?.some((one) => one.pointer === pointer),
        JSON.stringify(problem.data.errors),
      )
  }

  const each = (
    title: string,
    fits: (route: Route, name: string) => boolean,
    run: (route: Route, name: string) => Promise<void>,
  ) =>
    it(title, async (suite) => {
      for (const [name, route] of operations.filter(([name, route]) => fits(route, name)))
        await suite.test(name, async () => {
          const before = await traces(app)
          await run(route, name)
          assert.equal(await traces(app), before, 'Something was left behind.')
        })
    })

  each(
    'refuses who brings no token',
    ({ access }) => access !== 'public',
    async (route) => {
      const answer = await send(route, { token: '' })

      await refuses(answer, 'token-missing')
      assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer/)
    },
  )
  each(
    'refuses a token that nobody signed',
    ({ access }) => access !== 'public',
    async (route) => {
      await refuses(await send(route, { token: `${ada.token.slice(0, -4)}AAAA` }), 'token-invalid')
      await refuses(await send(route, { token: 'sk_not_on_the_list' }), 'token-invalid')
    },
  )
  each(
    'refuses another kind of caller',
    ({ access }) => access !== 'public' && access !== 'session-or-api-key',
    async (route) => {
      const isVendors = route.access.includes('vendor') || route.access === 'api-key'
      await refuses(
        await send(route, {
          token: isVendors ? ada.token : apiKey,
          body: route.body && {},
        }),
        'forbidden',
      )
    },
  )
  each(
    'keeps the vendor from what is the partner’s',
    ({ access }) => access === 'partner',
    async (route, name) => {
      await refuses(await send(route, { token: mona.token, body: bodies[name] }), 'forbidden')
    },
  )
  each(
    'refuses a body that is not JSON',
    ({ body }) => body !== undefined,
    async (route) => {
      for (const body of ['{"name":', '', '[1,]', 'nonsense', '{"__proto__":{"a":1}}'])
        await refuses(
          await send(route, { body, headers: { 'content-type': 'application/json' } }),
          'malformed-request',
        )
      const bytes = new Uint8Array([0x22, 0xff, 0xfe, 0x22])
      await refuses(await send(route, { body: bytes }), 'malformed-request')
    },
  )
  each(
    'refuses another media type',
    ({ body }) => body !== undefined,
    async (route, name) => {
      const body = JSON.stringify(bodies[name])
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'application/json; charset=latin1',
      ])
        await refuses(
          await send(route, { body, headers: { 'content-type': type } }),
          'unsupported-media-type',
        )
    },
  )
  each(
    'refuses a body of another shape',
    ({ body }) => body !== undefined,
    async (route) => {
      for (const body of ['null', '[]', '"text"', '7'])
        await refuses(await send(route, { body }), 'validation-failed')
    },
  )
  each(
    'refuses a body that is too large',
    ({ body }) => body !== undefined,
    async (route) => {
      const most = defaultLimits[route.large ? 'largeBodySize' : 'bodySize']
      await refuses(
        await send(route, { body: JSON.stringify({ text: 'x'.repeat(most) }) }),
        'payload-too-large',
      )
    },
  )
  each(
    'names a misspelt field',
    ({ body }) => body !== undefined,
    async (route, name) => {
      await refuses(
        await send(route, { body: { ...bodies[name], 'nam~e/': 1 } }),
        'validation-failed',
        '/nam~0e~1',
      )
    },
  )
  each(
    'names a misspelt part of the query',
    ({ query }) => query !== undefined,
    async (route, name) => {
      await refuses(
        await send(route, { path: pathWith(route, name, 'limti=5') }),
        'validation-failed',
        '/limti',
      )
    },
  )
  each(
    'names a wrong part of the query',
    ({ query }) => query !== undefined,
    async (route, name) => {
      for (const limit of ['0', '101', 'x', '1.5', '-1', '1e1', ''])
        await refuses(
          await send(route, { path: pathWith(route, name, `limit=${limit}`) }),
          'validation-failed',
          '/limit',
        )
      await refuses(
        await send(route, { path: pathWith(route, name, 'limit=5&limit=6') }),
        'validation-failed',
        '/limit',
      )
    },
  )
  each(
    'refuses a cursor from elsewhere',
    ({ paged }) => paged === true,
    async (route, name) => {
      for (const cursor of ['x', 'bm90IGpzb24', 'W10'])
        await refuses(
          await send(route, { path: pathWith(route, name, `cursor=${cursor}`) }),
          'validation-failed',
          '/cursor',
        )
      await refuses(
        await send(route, { path: pathWith(route, name, `cursor=${'x'.repeat(501)}`) }),
        'validation-failed',
        '/cursor',
      )
    },
  )
  each(
    'does not know an id that does not exist',
    ({ path, access }) => path.includes('{id}') && access !== 'public',
    async (route, name) => {
      for (const id of ['nobody', '%00', 'a%2Fb', 'x'.repeat(65), '%F0%9F%92%A9'])
        await refuses(
          await send(route, { path: pathOf(route, id), body: bodies[name] }),
          'not-found',
        )
    },
  )
  each(
    'does not know what is another partner’s',
    ({ path }) => path.startsWith('/deals/{id}'),
    async (route, name) => {
      await refuses(await send(route, { token: sol.token, body: bodies[name] }), 'not-found')
    },
  )
  each(
    'names a query that it does not know',
    ({ access, answer }) => access !== 'public' && access !== 'api-key' && answer !== 'stream',
    async (route, name) => {
      const path = pathWith(route, name, 'sorrt=name')
      const answer = await send(route, { path, body: bodies[name] })

      await refuses(answer, 'validation-failed')
      assert.equal(answer.body.errors[0].pointer, '/sorrt')
    },
  )
  each(
    'wants an Idempotency-Key',
    (route) => takesIdempotencyKey(route),
    async (route, name) => {
      const body = bodies[name]
      await refuses(
        await send(route, { body, headers: { 'idempotency-key': '' } }),
        'idempotency-key-missing',
      )
      for (const key of ['x'.repeat(256), 'a b', 'ü'])
        await refuses(
          await send(route, { body, headers: { 'idempotency-key': key } }),
          'idempotency-key-invalid',
        )
    },
  )
  each(
    'wants If-Match',
    ({ ifMatch }) => ifMatch === true,
    async (route, name) => {
      for (const tag of ['', '*']) {
        const headers = { 'if-match': tag }
        await refuses(await send(route, { body: bodies[name], headers }), 'revision-missing')
      }
    },
  )
  each(
    'refuses a stale revision',
    ({ ifMatch }) => ifMatch === true,
    async (route, name) => {
      for (const tag of ['"99"', '"0"', '"x"', 'W/"2"', '1']) {
        const headers = { 'if-match': tag }
        await refuses(await send(route, { body: bodies[name], headers }), 'revision-stale')
      }
    },
  )
  each(
    'says which methods are possible',
    () => true,
    async (route) => {
      const answer = await app.fetch('PUT', pathOf(route), ada.token, { body: '{}' })

      await refuses(answer, 'method-not-allowed')
      assert.ok(answer.headers.get('allow')?.includes(route.method.toUpperCase()))
    },
  )
})
