import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jwt } from '../test/backend.ts'
import { createClient } from './index.ts'

const json = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

/** A client whose requests are kept as they were made. */
function recording() {
  const requests: Request[] = []
  const place = { file: { id: 'f1', status: 'uploading' }, url: '/blobs/f1', method: 'PUT' }
  const client = createClient({
    baseUrl: 'https://partners.fluxwerk.example',
    fetchToken: () => ({ id: 's1', token: jwt({ sid: 's1' }), expiresAt: Date.now() + 600_000 }),
    validation: 'off',
    async fetch(request) {
      requests.push(request)
      if (request.method === 'PUT' || request.method === 'DELETE')
        return new Response(null, { status: 204 })
      if (request.url.endsWith('/files')) return json({ ...place, headers: {} }, 201)
      const status = request.url.endsWith('/deals') ? 201 : 200
      return json({ id: 'f1', status: 'ready', user: { id: 'u1' } }, status)
    },
  })
  return { client, requests }
}

test('no call carries a cookie or is kept', async () => {
  const { client, requests } = recording()

  await client.me.get()
  await client.deals.create({ body: {} })

  assert.deepEqual(
    requests.map(({ credentials, cache, redirect }) => [credentials, cache, redirect]),
    [
      ['omit', 'no-store', 'manual'],
      ['omit', 'no-store', 'manual'],
    ],
  )
})

test('a file’s bytes carry no cookie to wherever they go', async () => {
  const { client, requests } = recording()

  await client.upload(new File(['Hi'], 'a.txt', { type: 'text/plain' }))

  assert.equal(requests.find(({ method }) => method === 'PUT')?.credentials, 'omit')
})

test('a log-out carries no cookie and outlives the page', async () => {
  const { client, requests } = recording()
  await client.me.get()

  await client.logout()

  const { method, credentials, keepalive } = requests.at(-1)!
  assert.deepEqual([method, credentials, keepalive], ['DELETE', 'omit', true])
})
