import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { createApp, memoryFiles, memoryStore, seed } from '../src/index.ts'
import { apiKey } from './app.ts'

/** Sends to an app as a browser does, which accepts gzip with every request. */
async function accepting() {
  const store = memoryStore()
  await seed(store)
  const app = createApp({ store, fileStore: memoryFiles(), apiKeys: [apiKey] })
  return async (path: string, token: string, sent: RequestInit = {}) => {
    const { method = 'GET', body = null, headers = {} } = sent
    return app.fetch(
      new Request(`https://api.example/v1${path}`, {
        ...{ method, body },
        headers: {
          ...{ 'accept-encoding': 'gzip', authorization: `Bearer ${token}` },
          ...(body !== null && { 'content-type': 'application/json' }),
          ...(method !== 'GET' && { 'idempotency-key': crypto.randomUUID() }),
          ...headers,
        },
      }),
    )
  }
}

const post = (body: object): RequestInit => ({ method: 'POST', body: JSON.stringify(body) })
const unzip = async (answer: Response) =>
  JSON.parse(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString())

test('a session’s token is sent as it is, other JSON compressed', async () => {
  const send = await accepting()

  const session = await send('/sessions', apiKey, post({ user: { id: 'ada' } }))
  assert.equal(session.headers.get('content-encoding'), null)
  const { token } = await session.json()
  const me = await send('/me', token)

  assert.equal(me.headers.get('content-encoding'), 'gzip')
  assert.match(me.headers.get('vary') ?? '', /accept-encoding/i)
  assert.equal((await unzip(me)).user.id, 'ada')
})

test('a page of 25 registrations takes a fifth of its bytes at most', async () => {
  const send = await accepting()
  const { token } = await (await send('/sessions', apiKey, post({ user: { id: 'ada' } }))).json()
  for (let index = 0; index < 25; index++)
    await send('/deals', token, post({ status: 'draft', name: `Line ${index}` }))

  const plain = await send('/deals', token, { headers: { 'accept-encoding': 'identity' } })
  const small = await send('/deals', token)

  assert.equal(plain.headers.get('content-encoding'), null)
  assert.match(plain.headers.get('vary') ?? '', /accept-encoding/i)
  const [all, few] = await Promise.all([plain.arrayBuffer(), small.arrayBuffer()])
  assert.ok(few.byteLength * 5 < all.byteLength, `${few.byteLength} of ${all.byteLength}`)
})

test('the weak tag of a compressed record passes as If-Match', async () => {
  const send = await accepting()
  const { token } = await (await send('/sessions', apiKey, post({ user: { id: 'ada' } }))).json()
  const made = await send('/deals', token, post({ status: 'draft', name: 'Line 4' }))
  const tag = made.headers.get('etag') ?? ''
  const { id } = await unzip(made)

  const changed = await send(`/deals/${id}`, token, {
    method: 'PATCH',
    body: JSON.stringify({ name: 'Line 5' }),
    headers: { 'if-match': tag },
  })

  assert.equal(tag, 'W/"1"')
  assert.equal(changed.status, 200)
})

test('events and the bytes of files are sent as they are', async () => {
  const send = await accepting()
  const { token } = await (await send('/sessions', apiKey, post({ user: { id: 'ada' } }))).json()
  const text = `%PDF-1.7\n${'x'.repeat(5000)}`
  const body = { name: 'offer.pdf', mediaType: 'application/pdf', size: text.length }
  const place = await unzip(await send('/files', token, post(body)))
  const pathOf = (url: string) => new URL(url).href.split('/v1')[1] ?? ''
  await send(pathOf(place.url), token, { method: 'PUT', body: text, headers: place.headers })
  const complete = `/files/${place.file.id}`
  await send(`${complete}/complete`, token, { method: 'POST' })
  const { url } = await unzip(await send(`${complete}/download`, token, { method: 'POST' }))
  const bytes = await send(pathOf(url), token)

  const stream = await send('/events', token)
  await stream.body?.cancel()
  assert.equal(stream.headers.get('content-encoding'), null)
  assert.equal(bytes.headers.get('content-encoding'), null)
  assert.equal(await bytes.text(), text)
})
