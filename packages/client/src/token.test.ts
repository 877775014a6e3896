import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jwt } from '../test/backend.ts'
import { readToken } from './token.ts'

const now = Date.parse('2026-11-21T12:00:00.000Z')
const in5Minutes = new Date(now + 300_000)

test('a token is due 30 seconds before its end', () => {
  for (const expiresAt of [in5Minutes, in5Minutes.toISOString(), in5Minutes.getTime()]) {
    const { value, due, ends } = readToken({ token: 'abc', expiresAt }, now)

    assert.deepEqual([value, due - now, ends - now], ['abc', 270_000, 300_000])
  }
})

test('a token that lives for less than a minute is due at half its life', () => {
  const { due } = readToken({ token: 'abc', expiresAt: now + 40_000 }, now)

  assert.equal(due - now, 20_000)
})

test('a bare token says by its claims when it ends and which session it belongs to', () => {
  const seconds = now / 1000
  const token = readToken(jwt({ iat: seconds, exp: seconds + 600, sid: 's-1', jti: 'x' }), now)

  assert.deepEqual([token.ends - now, token.sessionId], [600_000, 's-1'])
})

test('a token without an end is used until it is refused', () => {
  assert.equal(readToken('opaque', now).due, Infinity)
})

test('a clock that runs ahead does not make a fresh token look expired', () => {
  const issued = now / 1000 - 7200
  const token = jwt({ iat: issued, exp: issued + 900 })

  assert.equal(readToken({ token, expiresAt: (issued + 900) * 1000 }, now).ends - now, 300_000)
  assert.equal(readToken({ token: 'opaque', expiresAt: now - 1 }, now).ends - now, 300_000)
})

test('a clock that runs behind does not make a token last longer than it can', () => {
  const issued = now / 1000 + 7200
  const token = jwt({ iat: issued, exp: issued + 240 })

  assert.equal(readToken(token, now).ends - now, 240_000)
})

test('what is no token is refused without being repeated', () => {
  const hostile = [undefined, null, 7, {}, { token: '' }, { token: 'a\nb-secret' }, 'a b-secret']
  for (const answer of hostile)
    assert.throws(
      () => readToken(answer, now),
      ({ code, message }: { code: string; message: string }) =>
        code === 'token-invalid' && !message.includes('secret'),
    )
})

test('claims that cannot be read are no claims', () => {
  for (const token of ['a.b.c', 'a.!!!.c', `a.${btoa('7')}.c`, `a.${btoa('{"sid":7}')}.c`])
    assert.equal(readToken(token, now).sessionId, undefined)
})
