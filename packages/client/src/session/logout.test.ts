import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { backend, jwt, until } from '../../test/backend.ts'
import { createClient } from '../index.ts'

/** Makes this process a page, as far as clients can tell. */
function inPage(t: TestContext) {
  Object.assign(globalThis, { document: Object.assign(new EventTarget(), { hidden: false }) })
  t.after(() => Reflect.deleteProperty(globalThis, 'document'))
}

/** A client of another page in the same browser. */
function page(t: TestContext, baseUrl: string, user: string) {
  const client = createClient({ baseUrl, fetchToken: () => jwt({ sid: `of ${user}` }) })
  t.after(() => client.close())
  return client
}

test('logging out ends the session of every page of the same backend, with or without a stream', async (t) => {
  inPage(t)
  const { url } = await backend(t, () => ({ body: { user: { id: 'u1' } } }))
  const [leaving, ...others] = ['ada', 'ada', 'sam'].map((user) => page(t, `${url}/`, user))
  const elsewhere = page(t, `${url}/other`, 'ada')
  others[0]!.events.subscribe(() => {})

  await leaving!.logout()
  await until(() => others.every(({ signal }) => signal.aborted))
  await leaving!.logout()

  assert.equal(elsewhere.signal.aborted, false)
})

test('a message that is none ends nothing', async (t) => {
  inPage(t)
  const { url, client } = await backend(t, () => ({ body: { user: { id: 'u1' } } }))
  const channel = new BroadcastChannel(`prmkit ${url}`)
  t.after(() => channel.close())
  const heard = new BroadcastChannel(`prmkit ${url}`)
  const all: unknown[] = []
  heard.addEventListener('message', ({ data }) => all.push(data))
  t.after(() => heard.close())

  for (const message of [null, undefined, {}, { kind: 'logout' }, 'login', 7])
    channel.postMessage(message)
  await until(() => all.length === 6)

  assert.equal(client.signal.aborted, false)
})

test('in a sandboxed frame, without channels, one logs out all the same', async (t) => {
  inPage(t)
  const { BroadcastChannel } = globalThis
  Object.assign(globalThis, {
    BroadcastChannel: function () {
      throw new DOMException('The origin is opaque.', 'SecurityError')
    },
  })
  t.after(() => Object.assign(globalThis, { BroadcastChannel }))
  const { received, client } = await backend(t, () => ({ status: 204, body: '' }), {
    fetchToken: () => jwt({ sid: 's-1' }),
  })
  await client.me.get().catch(() => {})

  await client.logout()

  assert.equal(received.at(-1)?.url, '/v1/sessions/s-1')
  assert.equal(client.signal.aborted, true)
})

test('on a server one user’s log-out ends nobody else’s session', async (t) => {
  const { url } = await backend(t, () => ({ body: { user: { id: 'u1' } } }))
  const channel = new BroadcastChannel(`prmkit ${url}`)
  t.after(() => channel.close())
  const [leaving, staying] = [page(t, url, 'ada'), page(t, url, 'sam')]

  const heard: unknown[] = []
  const other = new BroadcastChannel(`prmkit ${url}`)
  other.addEventListener('message', ({ data }) => heard.push(data))
  t.after(() => other.close())

  channel.postMessage('logout')
  await leaving.logout()
  await until(() => heard.length === 1)

  assert.equal(staying.signal.aborted, false)
})
