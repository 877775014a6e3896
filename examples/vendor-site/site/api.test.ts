import assert from 'node:assert/strict'
import { test } from 'node:test'
import { partnersOf } from './api.ts'

const minute = 60_000
const signIn = { id: 'one', email: 'jo@partner.example' }

const me = { user: { id: 'user_jo', name: 'Jo Reed' }, role: 'partner_seller' }

const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  Response.json(
    { type: 'about:blank', title: code, status, code },
    { status, headers: { 'content-type': 'application/problem+json', ...headers } },
  )

/**
 * The partner backend: counts sessions, each good for ten minutes from now, gives at most `most`,
 * and knows nobody by a session in `ended`.
 */
function backend(most = 100) {
  const calls: string[] = []
  const ended = new Set<string>()
  let count = 0
  const answer: typeof fetch = async (input, init) => {
    const request = new Request(input, init)
    calls.push(`${request.method} ${new URL(request.url).pathname}`)
    if (request.method === 'DELETE') return new Response(null, { status: 204 })
    const [, known] = /^Bearer (token-.*)/.exec(request.headers.get('authorization') ?? '') ?? []
    if (known && ended.has(known)) return problem(401, 'session-ended')
    if (known) return Response.json(me)
    if (count === most) return problem(429, 'rate-limited', { 'retry-after': '60' })
    const id = String(++count)
    const expiresAt = new Date(Date.now() + 10 * minute).toISOString()
    return Response.json({ id, token: `token-${id}`, expiresAt }, { status: 201 })
  }
  return { calls, ended, partners: partnersOf('https://api.example', 'sk_test', answer) }
}

test('a token is handed out again while over half of its life is left', async (context) => {
  context.mock.timers.enable({ apis: ['Date'], now: 0 })
  const { partners } = backend()
  const ask = async (refused = false) =>
    (await partners.session(signIn, 'https://site.example', refused)).token
  const first = [await ask(), await ask()]
  context.mock.timers.setTime(5 * minute - 1)
  const stillFresh = await ask()
  context.mock.timers.setTime(5 * minute)

  assert.deepEqual(first, ['token-1', 'token-1'])
  assert.deepEqual([stillFresh, await ask()], ['token-1', 'token-2'])
  assert.equal(await ask(true), 'token-3', 'one that the backend refused is never given again')
})

test('another sign-in of the same user gets a token of its own', async () => {
  const { partners } = backend()
  const tokens = [
    await partners.session(signIn, 'https://site.example'),
    await partners.session({ ...signIn, id: 'two' }, 'https://site.example'),
  ]

  assert.deepEqual(
    tokens.map(({ token }) => token),
    ['token-1', 'token-2'],
  )
})

test('signing out ends every token of the sign-in that may still be held', async () => {
  const { calls, partners } = backend()
  await partners.session(signIn, 'https://site.example')
  await partners.session(signIn, 'https://site.example', true)
  await partners.endSessions(signIn)
  const next = await partners.session(signIn, 'https://site.example')

  assert.deepEqual(calls.slice(2, 4).toSorted(), ['DELETE /v1/sessions/1', 'DELETE /v1/sessions/2'])
  assert.equal(next.token, 'token-3')
})

test('pages opened one after another ask with one session', async () => {
  const { calls, ended, partners } = backend()
  const ask = async () => (await partners.whoIs(signIn.email))?.user.name
  const names = [await ask(), await ask()]
  ended.add('token-1')

  assert.deepEqual([...names, await ask()], ['Jo Reed', 'Jo Reed', 'Jo Reed'])
  assert.deepEqual(calls, [
    'POST /v1/sessions',
    'GET /v1/me',
    'GET /v1/me',
    'GET /v1/me',
    'POST /v1/sessions',
    'GET /v1/me',
  ])
})

test('where the backend gives no more sessions, a page hears of it at once', async () => {
  const { partners } = backend(0)

  await assert.rejects(partners.whoIs(signIn.email), { code: 'rate-limited', retryAfter: 60_000 })
})
