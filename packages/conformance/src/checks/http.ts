import assert from 'node:assert/strict'
import { Comment, Deal } from '@prmkit/contract'
import { check } from '../check.ts'
import { answerOf, fieldErrorOf, problemOf } from '../expect.ts'
import { early } from '../early.ts'
import type { Target } from '../target.ts'

const exposed = ['ETag', 'Retry-After', 'Request-Id', 'RateLimit', 'Link', 'Location']
const allowed = ['authorization', 'content-type', 'idempotency-key', 'if-match', 'last-event-id']
export const Origin = 'https://partners.example'

const ofVendor = ({ apiKey }: Target) => ({ Authorization: `Bearer ${apiKey}` })

const listed = (response: Response, name: string) =>
  (response.headers.get(name) ?? '').toLowerCase().split(/\s*,\s*/)

export function assertReadable(response: Response, part: string): void {
  const origin = response.headers.get('Access-Control-Allow-Origin')
  assert.ok(
    origin === '*' || origin === Origin,
    `A page at ${Origin} cannot read ${part}: Access-Control-Allow-Origin is ${origin}.`,
  )
  assert.notEqual(
    response.headers.get('Access-Control-Allow-Credentials'),
    'true',
    'Access-Control-Allow-Credentials is true, but there are no cookies.',
  )
}

export const http = [
  check(
    'http.discovery',
    'discovery',
    'the root says who the vendor is, without a token',
    async ({ send }) => {
      const response = await send('GET', '')

      assert.equal(response.status, 200)
      assert.match(response.headers.get('Content-Type') ?? '', /^application\/json/)
    },
  ),
  check('http.no-token', 'sessions', 'without a token there is nothing', async ({ send }) => {
    await problemOf(await send('GET', '/me'), 'token-missing')
  }),
  check('http.bad-token', 'sessions', 'a token that nobody signed is refused', async ({ send }) => {
    const headers = { Authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.' }

    await problemOf(await send('GET', '/me', { headers }), 'token-invalid')
  }),
  check(
    'http.not-found',
    'problems',
    'a path that does not exist is a problem',
    async ({ seller }) => {
      await problemOf(await seller.send('GET', '/no-such-thing'), 'not-found')
    },
  ),
  check(
    'http.method',
    'problems',
    'a method that does not exist is a problem',
    async ({ seller }) => {
      const response = await seller.send('DELETE', '/me')

      await problemOf(response, 'method-not-allowed')
    },
  ),
  check(
    'http.request-id',
    'problems',
    'every answer names its request',
    async ({ seller, send }) => {
      const answers = await Promise.all([seller.send('GET', '/me'), send('GET', '/me')])

      for (const answer of answers) assert.ok(answer.headers.get('Request-Id'))
    },
  ),
  check(
    'http.malformed',
    'strict-requests',
    'a body that is not JSON is refused',
    async ({ target, send }) => {
      const headers = ofVendor(target)

      await problemOf(
        await send('POST', '/sessions', { headers, body: '{"user":' }),
        'malformed-request',
      )
    },
  ),
  check(
    'http.media-type',
    'strict-requests',
    'a body of another media type is refused',
    async ({ target, send }) => {
      const headers = { ...ofVendor(target), 'Content-Type': 'text/plain' }

      await problemOf(
        await send('POST', '/sessions', { headers, body: '{}' }),
        'unsupported-media-type',
      )
    },
  ),
  check(
    'http.too-large',
    'strict-requests',
    'a body of 20 MB is refused',
    async ({ target, send }) => {
      const headers = ofVendor(target)
      const body = JSON.stringify({ user: { externalId: 'x'.repeat(20_000_000) } })

      const answer = await send('POST', '/sessions', { headers, body }).catch((error: unknown) =>
        // A refusal before the end of the body closes the connection on who still sends.
        early(target, headers, body).catch(() => Promise.reject(error)),
      )
      await problemOf(answer, 'payload-too-large')
    },
  ),
  check(
    'http.too-many-ids',
    'strict-requests',
    'a registration has at most 50 ids in other systems',
    async ({ seller, sample }) => {
      const ids = Array.from({ length: 51 }, (_, index) => [`crm-${index}`, 'x'])
      const body = sample({ externalIds: Object.fromEntries(ids) })

      await fieldErrorOf(await seller.send('POST', '/deals', { body }), '/externalIds', 'too-many')
    },
    ['deals', 'writing'],
  ),
  check(
    'http.preflight',
    'cors',
    'a browser elsewhere may send and read what it needs',
    async ({ discovery, send }) => {
      const asked = discovery.capabilities.includes('deals')
        ? { GET: '/deals', POST: '/deals', PATCH: '/deals/any', DELETE: '/deals/any' }
        : { GET: '/me', DELETE: '/sessions/any' }
      for (const [method, path] of Object.entries(asked)) {
        const preflight = await send('OPTIONS', path, {
          headers: {
            Origin,
            'Access-Control-Request-Method': method,
            'Access-Control-Request-Headers': allowed.join(', '),
          },
        })
        const methods = listed(preflight, 'Access-Control-Allow-Methods')
        const names = listed(preflight, 'Access-Control-Allow-Headers')
        const has = (list: string[], name: string) =>
          list.includes(name) || (list.includes('*') && name !== 'authorization')

        assert.ok(preflight.ok, `The preflight was answered with ${preflight.status}.`)
        assertReadable(preflight, 'a preflight')
        assert.ok(
          ['GET', 'POST'].includes(method) || has(methods, method.toLowerCase()),
          `${method} is not in Access-Control-Allow-Methods: ${methods.join(', ')}`,
        )
        for (const name of allowed)
          assert.ok(
            has(names, name),
            `${name} is not in Access-Control-Allow-Headers: ${names.join(', ')}`,
          )
      }
    },
  ),
  check(
    'http.exposed-headers',
    'cors',
    'a browser elsewhere may read tags and waits',
    async ({ seller, send }) => {
      const init = { headers: { Origin } }
      const response = await seller.send('GET', '/me', init)
      const names = listed(response, 'Access-Control-Expose-Headers')

      assertReadable(response, 'an answer')
      for (const name of exposed)
        assert.ok(
          // Without credentials the asterisk stands for every name (Fetch standard).
          names.includes(name.toLowerCase()) || names.includes('*'),
          `${name} is not in Access-Control-Expose-Headers: ${names.join(', ')}`,
        )
      // A client that cannot read why it was refused cannot ask for another token.
      assertReadable(await send('GET', '/me', init), 'a refusal')
    },
  ),
  check(
    'http.answers',
    'problems',
    'each answer has the status and the media type of its operation',
    async ({ seller, sample }) => {
      const deal = await answerOf(
        await seller.send('POST', '/deals', { body: sample({ status: 'draft' }) }),
        201,
        Deal,
      )
      const path = `/deals/${deal.id}`
      const headers = { 'If-Match': `"${deal.revision}"` }
      const body = { text: 'Hello' }

      await answerOf(await seller.send('POST', `${path}/comments`, { body }), 201, Comment)
      await answerOf(await seller.send('GET', path), 200, Deal)
      const removed = await seller.send('DELETE', path, { headers })
      assert.deepEqual([removed.status, await removed.text()], [204, ''])
    },
    ['deals', 'writing'],
  ),
  check(
    'http.no-store',
    'problems',
    'what partners see is not kept by caches',
    async ({ seller }) => {
      const response = await seller.send('GET', '/me')

      assert.match(response.headers.get('Cache-Control') ?? '', /no-store/)
    },
  ),
]
