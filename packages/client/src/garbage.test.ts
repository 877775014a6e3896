import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { backend, until } from '../test/backend.ts'
import { createClient } from './index.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** Lets the garbage go that a busy process would lose in a while. */
async function collect() {
  for (let round = 0; round < 50; round++) {
    await new Promise((resolve) => setImmediate(resolve))
    collectGarbage()
  }
}

test('closing a client ends calls, streams and waiting tokens, also after garbage was collected', async (t) => {
  let open = 0
  const { url } = await backend(t, ({ url }) => (response) => {
    if (url === '/v1/me') {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"user":{"id":"u1"}}')
      return
    }
    open += 1
    response.on('close', () => (open -= 1))
    if (url === '/v1/events')
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n')
  })
  const client = createClient({ baseUrl: url, fetchToken: () => 'token', validation: 'off' })
  const stuck = createClient({ baseUrl: url, fetchToken: () => new Promise(() => {}) })
  const ends: string[] = []
  const note = (name: string) => (error: unknown) =>
    ends.push(`${name} ${(error as { code?: string }).code}`)
  client.events.subscribe(() => {})
  const asking = { signal: new AbortController().signal }
  client.deals.list({}, asking).catch(note('list'))
  client.deals.get({ params: { id: 'd1' } }).catch(note('get'))
  const file = Object.assign(new Blob(['x']), { name: 'a.txt' })
  client.upload(file, asking).catch(note('upload'))
  stuck.me.get({}, asking).catch(note('token'))
  await until(() => open === 4)
  await collect()

  client.close()
  stuck.close()
  await until(() => ends.length === 4 && open === 0)

  assert.deepEqual(
    ends.toSorted(),
    ['get', 'list', 'token', 'upload'].map((name) => `${name} signed-out`),
  )
})
