import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiKey, testApp } from './app.ts'

const site = 'https://vendor.example'

test('a preflight lets any page ask, with every header of the contract and no credentials', async () => {
  const { fetch } = await testApp()
  const answer = await fetch('OPTIONS', '/v1/deals', undefined, {
    headers: { origin: site, 'access-control-request-method': 'PATCH' },
  })
  const allowed = answer.headers.get('access-control-allow-headers')?.toLowerCase() ?? ''

  assert.equal(answer.status, 204)
  assert.equal(answer.headers.get('access-control-allow-origin'), site)
  assert.ok(Number(answer.headers.get('access-control-max-age')) > 0)
  assert.equal(answer.headers.get('access-control-allow-credentials'), null)
  for (const name of 'authorization, content-type, idempotency-key, if-match, if-none-match, last-event-id'.split(
    ', ',
  ))
    assert.ok(allowed.split(', ').includes(name), name)
})

test('a page that the session lists reads the answer and its headers', async () => {
  const { signIn } = await testApp()
  const ada = await signIn('ada', { origins: [site] })
  const answer = await ada.send('GET', '/me', { headers: { origin: site } })

  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('access-control-allow-origin'), site)
  assert.match(answer.headers.get('vary') ?? '', /Origin/)
  const exposed = answer.headers.get('access-control-expose-headers')?.split(', ') ?? []
  for (const name of 'ETag Link Location Retry-After RateLimit RateLimit-Policy Request-Id Deprecation Sunset Event-Position'.split(
    ' ',
  ))
    assert.ok(exposed.includes(name), name)
})

test('another page is refused and cannot read why', async () => {
  const { signIn } = await testApp()
  const ada = await signIn('ada', { origins: [site] })
  for (const origin of [
    'https://evil.example',
    'https://vendor.example.evil.example',
    'http://vendor.example',
    'null',
  ]) {
    const answer = await ada.send('GET', '/me', { headers: { origin } })

    assert.deepEqual([answer.status, answer.body.code], [403, 'origin-not-allowed'])
    assert.equal(answer.headers.get('access-control-allow-origin'), null)
  }
})

test('a sandboxed frame is let in only where the session names it', async () => {
  const { signIn } = await testApp()
  const open = await signIn('ada')
  const sandboxed = await signIn('ada', { origins: ['null'] })
  const headers = { origin: 'null' }

  assert.equal((await open.send('GET', '/me', { headers })).status, 403)
  assert.equal((await sandboxed.send('GET', '/me', { headers })).status, 200)
})

test('a page can read that its token is no longer good', async () => {
  const { fetch } = await testApp()
  const answer = await fetch('GET', '/v1/me', 'x.y.z', { headers: { origin: site } })

  assert.equal(answer.status, 401)
  assert.equal(answer.headers.get('access-control-allow-origin'), site)
})

test('a secret key that comes from a page is refused', async () => {
  const { fetch } = await testApp()
  const headers = { origin: site }
  const answer = await fetch('POST', '/v1/sessions', apiKey, {
    body: { user: { id: 'ada' } },
    headers,
  })

  assert.deepEqual([answer.status, answer.body.code], [403, 'origin-not-allowed'])
})

test('every answer carries the headers that keep browsers safe', async () => {
  const { fetch, signIn } = await testApp()
  const ada = await signIn('ada')
  for (const answer of [
    await ada.send('GET', '/deals'),
    await fetch('GET', '/nowhere', undefined),
    await fetch('GET', '/health', undefined),
  ]) {
    assert.match(answer.headers.get('cache-control') ?? '', /no-store/)
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/)
    assert.equal(answer.headers.get('referrer-policy'), 'no-referrer')
    assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age/)
    assert.match(answer.headers.get('request-id') ?? '', /^req_/)
  }
})

test('labels and forms come in the language that is asked for', async () => {
  const { fetch, signIn } = await testApp()
  const ada = await signIn('ada')
  const title = async (language: string) =>
    (await ada.send('GET', '/forms/deal', { headers: { 'accept-language': language } })).body
      .language

  assert.equal(await title('de-AT,de;q=0.9,en;q=0.5'), 'de')
  assert.equal(await title('fr, ar;q=0.4, de;q=0.2'), 'ar')
  assert.equal(await title('fr'), 'en')
  assert.equal(await title('de;q=0, *;q=nonsense'), 'en')
  const { body } = await fetch('GET', '/v1', undefined, { headers: { 'accept-language': 'de' } })
  assert.equal(body.deals.statusLabels.approved, 'Geschützt')
})
