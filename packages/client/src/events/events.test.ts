import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { test, type TestContext } from 'node:test'
import { backend, problem, until, withoutJitter, type Reply } from '../../test/backend.ts'
import { mockTimers } from '../../test/mock-timers.ts'
import { createClient, type Client, type ClientOptions, type LiveEvent } from '../index.ts'

const change = (id: string) => ({
  id,
  type: 'deal.approved',
  resource: 'deal',
  resourceId: 'd1',
  revision: 7,
})
const messageOf = (id: string) => `id: ${id}\ndata: ${JSON.stringify(change(id))}\n\n`
const turn = () => new Promise((resolve) => setImmediate(resolve))

/** A backend with an event stream: what asked for it, and the connections that are open now. */
async function streaming(
  t: TestContext,
  options: Partial<ClientOptions> = {},
  instead: (asked: number) => Reply | undefined = () => undefined,
) {
  const open: ServerResponse[] = []
  const asked: (string | undefined)[] = []
  const made = await backend(
    t,
    ({ url, headers }) => {
      if (url === '/v1/deals') return { headers: { 'event-position': '7' }, body: { items: [] } }
      if (url !== '/v1/events') return { body: { user: { id: 'u1' }, partner: { id: 'p1' } } }
      asked.push(headers['last-event-id'] as string | undefined)
      const reply = instead(asked.length)
      if (reply) return reply
      return (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': hello\n\n')
        open.push(response)
        response.on('close', () => open.splice(open.indexOf(response), 1))
      }
    },
    options,
  )
  const states = () =>
    made.diagnostics.flatMap((diagnostic) => ('state' in diagnostic ? [diagnostic.state] : []))
  return { ...made, open, asked, states }
}

/** Notes what a listener hears after the resync with which every subscription begins. */
function hear(client: Client, heard: LiveEvent[]): () => void {
  let begun = false
  return client.events.subscribe((event) => {
    if (begun) heard.push(event)
    begun = true
  })
}

/** Another tab of the same browser, for the same user. */
function tab(t: TestContext, url: string) {
  const sent: string[] = []
  const heard: LiveEvent[] = []
  const client = createClient({
    baseUrl: url,
    fetchToken: () => 'token',
    fetch(request) {
      sent.push(new URL(request.url).pathname)
      return fetch(request)
    },
  })
  t.after(() => client.close())
  const leave = hear(client, heard)
  return {
    client,
    heard,
    leave,
    streams: () => sent.filter((path) => path === '/v1/events').length,
  }
}

test('a listener hears what changed until it leaves, and the stream ends with the last', async (t) => {
  const { client, open, received } = await streaming(t)
  const heard: LiveEvent[] = []
  const other: LiveEvent[] = []
  const leave = hear(client, heard)
  const leaveToo = hear(client, other)
  await until(() => open.length === 1)

  open[0]?.write(`data: half\n\nevent: noise\ndata: {"type":7}\n\n${messageOf('1')}`)
  await until(() => other.length === 1)
  leave()
  open[0]?.write(`event: resync\nid: 2\ndata: {}\n\n`)
  await until(() => other.length === 2)
  leaveToo()
  await until(() => open.length === 0)

  assert.deepEqual(heard, [change('1')])
  assert.deepEqual(other, [change('1'), { type: 'resync' }])
  const stream = received.find(({ url }) => url === '/v1/events')
  assert.equal(stream?.headers.authorization, 'Bearer token')
  assert.equal(stream?.headers.accept, 'text/event-stream')
})

test('every listener begins with a resync, also on a stream that is open', async (t) => {
  const { client, open } = await streaming(t)
  const first: LiveEvent[] = []
  const second: LiveEvent[] = []
  client.events.subscribe((event) => first.push(event))
  await until(() => open.length === 1 && first.length === 1)

  client.events.subscribe((event) => second.push(event))
  await until(() => second.length === 1)

  assert.deepEqual([first, second], [[{ type: 'resync' }], [{ type: 'resync' }]])
})

test('a listener that shows a page hears what changed since that was read', async (t) => {
  const { client, open, asked } = await streaming(t)
  const heard: LiveEvent[] = []
  const page = await client.deals.list()
  client.events.subscribe((event) => heard.push(event), { since: page })
  await until(() => open.length === 1)

  open[0]?.write(messageOf('8'))
  await until(() => heard.length > 0)

  assert.deepEqual(asked, ['7'])
  assert.deepEqual(heard, [change('8')])
})

test('a listener whose page the open stream has passed begins with a resync', async (t) => {
  const { client, open } = await streaming(t)
  const first: LiveEvent[] = []
  const second: LiveEvent[] = []
  const page = await client.deals.list()
  client.events.subscribe((event) => first.push(event), { since: page })
  await until(() => open.length === 1)
  open[0]?.write(messageOf('8'))
  await until(() => first.length === 1)

  client.events.subscribe((event) => second.push(event), { since: page })
  await until(() => second.length === 1)

  assert.deepEqual(second, [{ type: 'resync' }])
})

test('a place that the backend no longer knows ends in a resync', async (t) => {
  const { client, open } = await streaming(t)
  const heard: LiveEvent[] = []
  const page = await client.deals.list()
  client.events.subscribe((event) => heard.push(event), { since: page })
  await until(() => open.length === 1)

  open[0]?.write('event: resync\nid: 90\ndata: {}\n\n')
  await until(() => heard.length === 1)

  assert.deepEqual(heard, [{ type: 'resync' }])
})

test('a stream that ends is resumed behind the last event', async (t) => {
  withoutJitter(t)
  const { client, open, asked } = await streaming(t)
  const heard: LiveEvent[] = []
  hear(client, heard)
  await until(() => open.length === 1)

  open[0]?.end(messageOf('41'))
  await until(() => asked.length === 2 && open.length === 1)

  assert.deepEqual(asked, [undefined, '41'])
  assert.deepEqual(heard, [change('41')])
})

test('a stream that works only at the second attempt begins with a resync', async (t) => {
  withoutJitter(t)
  const { client, open } = await streaming(t, {}, (asked) =>
    asked === 1 ? problem(503, 'unavailable') : undefined,
  )
  const heard: LiveEvent[] = []
  client.events.subscribe((event) => heard.push(event))

  await until(() => open.length === 1 && heard.length === 1)

  assert.deepEqual(heard, [{ type: 'resync' }])
})

test('a stream that is refused gets one new token', async (t) => {
  const reasons: string[] = []
  const { client, open, received } = await streaming(
    t,
    { fetchToken: ({ reason }) => `t${reasons.push(reason)}` },
    (asked) => (asked === 1 ? problem(401, 'token-expired') : undefined),
  )
  client.events.subscribe(() => {})

  await until(() => open.length === 1)

  assert.deepEqual(reasons, ['initial', 'unauthorized'])
  assert.equal(received.at(-1)?.headers.authorization, 'Bearer t2')
})

test('a stream without a sign of life for 40 seconds is opened anew', async (t) => {
  withoutJitter(t)
  mockTimers(t, { apis: ['setTimeout', 'Date'], now: Date.now() })
  const { client, url, open, asked, states } = await streaming(t)
  const heard: unknown[] = []
  const channel = new BroadcastChannel(`prmkit ${url} u1 p1`)
  channel.addEventListener('message', (note) => heard.push(note))
  t.after(() => channel.close())
  client.events.subscribe(() => {})
  await until(() => states().includes('open'))
  const silent = open[0]

  t.mock.timers.tick(39_999)
  const beats = heard.length
  silent?.write('id: beat\n\n')
  await until(() => heard.length > beats)
  t.mock.timers.tick(39_999)
  await turn()
  assert.equal(asked.length, 1)
  t.mock.timers.tick(1)
  await until(() => states().includes('polling'))
  await turn()
  t.mock.timers.tick(1)

  await until(() => asked.length === 2 && open.length === 1)
  assert.notEqual(open[0], silent)
})

test('a stream that is open and brings nothing counts as bad: listeners look again meanwhile', async (t) => {
  withoutJitter(t)
  mockTimers(t, { apis: ['setTimeout', 'setInterval', 'Date'], now: Date.now() })
  const { client, asked, states } = await streaming(t, {}, () => (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders()
  })
  const heard: LiveEvent[] = []
  client.events.subscribe((event) => heard.push(event), { since: await client.deals.list() })
  await until(() => states().includes('open'))

  t.mock.timers.tick(19_999)
  await turn()
  assert.deepEqual([states(), heard.length], [['open'], 0])
  t.mock.timers.tick(1)
  await until(() => states().includes('polling'))
  assert.equal(heard.length, 1)
  await until(() => {
    t.mock.timers.tick(1)
    return asked.length === 2
  })
  await until(() => states().at(-1) === 'open')
  t.mock.timers.tick(10_000)
  await until(() => heard.length === 2)

  assert.deepEqual(new Set(heard.map(({ type }) => type)), new Set(['resync']))
  assert.equal(states().at(-1), 'open', 'it looks again while the second stream is open')
})

test('a silent stream that speaks again ends the looking', async (t) => {
  withoutJitter(t)
  mockTimers(t, { apis: ['setTimeout', 'setInterval', 'Date'], now: Date.now() })
  const { client, open, states } = await streaming(t, {}, (asked) =>
    asked > 1
      ? undefined
      : (response) =>
          response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders(),
  )
  const heard: LiveEvent[] = []
  client.events.subscribe((event) => heard.push(event), { since: await client.deals.list() })
  await until(() => states().includes('open'))
  t.mock.timers.tick(20_000)
  await until(() => states().includes('polling'))
  await until(() => {
    t.mock.timers.tick(1)
    return open.length === 1
  })
  open[0]?.write(messageOf('8'))
  await until(() => heard.length === 2)
  for (let count = 0; count < 3; count++) {
    t.mock.timers.tick(10_000)
    open[0]?.write('id: 8\n\n')
    await turn()
  }

  assert.deepEqual(heard, [{ type: 'resync' }, change('8')])
})

test('a stream that is held back behind its first bytes counts as bad, too', async (t) => {
  withoutJitter(t)
  mockTimers(t, { apis: ['setTimeout', 'setInterval', 'Date'], now: Date.now() })
  // Each connection begins with a sign of life.
  const { client, url, open, states } = await streaming(t)
  let told: string | undefined
  const channel = new BroadcastChannel(`prmkit ${url} u1 p1`)
  channel.addEventListener('message', ({ data }: MessageEvent) => (told = data.lastId))
  t.after(() => channel.close())
  const heard: LiveEvent[] = []
  client.events.subscribe((event) => heard.push(event), { since: await client.deals.list() })
  await until(() => open.length === 1)
  open[0]?.write('id: 8\n\n')
  await until(() => told === '8')

  t.mock.timers.tick(40_000)
  await until(() => heard.length > 0)

  assert.equal(states().at(-1), 'polling')
  assert.deepEqual(heard, [{ type: 'resync' }])
})

test('listeners look again also after the clock was set back', async (t) => {
  mockTimers(t, { apis: ['setTimeout'] })
  let clock = Date.now()
  t.mock.method(Date, 'now', () => clock)
  const tick = (milliseconds: number) => {
    clock += milliseconds
    t.mock.timers.tick(milliseconds)
  }
  const { client } = await streaming(t, {}, () => problem(404, 'not-found'))
  const heard: LiveEvent[] = []
  client.events.subscribe((event) => heard.push(event))
  await until(() => {
    tick(500)
    return heard.length === 1
  })
  clock -= 3_600_000
  const since = clock

  await until(() => {
    tick(500)
    return heard.length === 2
  })

  assert.ok(clock - since < 600_000)
})

for (const [what, instead] of [
  ['has no stream', () => problem(404, 'not-found')],
  ['answers with a page', () => ({ headers: { 'content-type': 'text/html' }, body: '<p>' })],
  ['never answers', () => () => {}],
] as [string, () => Reply][])
  test(`where the backend ${what}, listeners are told to look again from time to time`, async (t) => {
    mockTimers(t, { apis: ['setTimeout', 'Date'], now: Date.now() })
    const { client, asked, states } = await streaming(t, {}, instead)
    const heard: LiveEvent[] = []
    client.events.subscribe((event) => heard.push(event))
    // Until here the clock stands: the calls before the stream have their own time limits.
    await until(() => asked.length === 1)

    await until(() => {
      t.mock.timers.tick(500)
      return heard.length === 3
    })

    assert.deepEqual(
      heard.map(({ type }) => type),
      ['resync', 'resync', 'resync'],
    )
    assert.deepEqual(states().slice(0, 3), ['closed', 'polling', 'polling'])
  })

test('a listener that throws is told of and keeps nobody else from hearing', async (t) => {
  const { client, open, diagnostics } = await streaming(t)
  const heard: LiveEvent[] = []
  client.events.subscribe(() => {
    throw new Error('oops')
  })
  hear(client, heard)
  await until(() => open.length === 1)

  open[0]?.write(messageOf('1'))
  await until(() => heard.length === 1)

  const told = diagnostics.find((diagnostic) => diagnostic.type === 'host-error')
  assert.match(String(told?.error), /oops/)
})

test('eight tabs hold one stream, all hear it, and the next takes over where it ended', async (t) => {
  const { url, open, asked } = await streaming(t)
  const tabs = Array.from({ length: 8 }, () => tab(t, url))
  await until(() => open.length === 1)

  open[0]?.write(messageOf('1'))
  await until(() => tabs.every(({ heard }) => heard.length === 1))
  assert.equal(
    tabs.map(({ streams }) => streams()).reduce((sum, one) => sum + one),
    1,
  )

  const holder = tabs.findIndex(({ streams }) => streams() === 1)
  const [left] = tabs.splice(holder, 1)
  left?.leave()
  await until(() => asked.length === 2 && open.length === 1)
  open[0]?.write(messageOf('2'))
  await until(() => tabs.every(({ heard }) => heard.length === 2))

  assert.deepEqual(asked, [undefined, '1'])
  assert.deepEqual(left?.heard, [change('1')])
})

test('a tab that comes later takes over behind what it never heard itself', async (t) => {
  const { url, open, asked } = await streaming(t)
  const first = tab(t, url)
  await until(() => open.length === 1)
  open[0]?.write(messageOf('1'))
  await until(() => first.heard.length === 1)

  const second = tab(t, url)
  await until(() => second.client.signal.aborted === false && first.heard.length === 1)
  const told = new BroadcastChannel(`prmkit ${url} u1 p1`)
  t.after(() => told.close())
  await new Promise((resolve) => told.addEventListener('message', resolve, { once: true }))
  await turn()
  first.leave()
  await until(() => asked.length === 2 && open.length === 1)

  assert.equal(asked[1], '1')
})

test('a hidden tab lets the stream go and takes it up when it is shown', async (t) => {
  const document = Object.assign(new EventTarget(), { hidden: false })
  Object.assign(globalThis, { document })
  t.after(() => Reflect.deleteProperty(globalThis, 'document'))
  const show = (shown: boolean) => {
    document.hidden = !shown
    document.dispatchEvent(new Event('visibilitychange'))
  }
  const { client, open, asked } = await streaming(t)
  const heard: LiveEvent[] = []
  hear(client, heard)
  await until(() => open.length === 1)
  open[0]?.write(messageOf('1'))
  await until(() => heard.length === 1)

  show(false)
  await until(() => open.length === 0)
  show(true)
  await until(() => open.length === 1)

  assert.deepEqual(asked, [undefined, '1'])
})

test('without locks and channels, as in a sandboxed frame, a tab holds a stream of its own', async (t) => {
  t.mock.method(navigator.locks, 'request', () => {
    throw new DOMException('The origin is opaque.', 'SecurityError')
  })
  const { BroadcastChannel } = globalThis
  Object.assign(globalThis, { BroadcastChannel: undefined })
  t.after(() => Object.assign(globalThis, { BroadcastChannel }))
  const { url, open } = await streaming(t)
  const tabs = [tab(t, url), tab(t, url)]

  await until(() => open.length === 2)
  for (const connection of open) connection.write(messageOf('1'))

  await until(() => tabs.every(({ heard }) => heard.length === 1))
})

test('a stream that does not begin within ten seconds is given up', async (t) => {
  mockTimers(t, { apis: ['setTimeout'] })
  const { client, asked, diagnostics } = await streaming(t, {}, () => () => {})
  hear(client, [])
  await until(() => asked.length === 1)
  const codes = () =>
    diagnostics.flatMap((one) => (one.type === 'stream' && 'code' in one ? [one.code] : []))

  t.mock.timers.tick(9_999)
  await turn()
  assert.deepEqual(codes(), [])
  t.mock.timers.tick(1)
  await until(() => codes().length === 1)

  assert.deepEqual(codes(), ['timeout'])
})

test('a backend may ask for a minute between two connections, and for no more', async (t) => {
  withoutJitter(t)
  mockTimers(t, { apis: ['setTimeout'] })
  const { client, asked, open, states } = await streaming(t)
  hear(client, [])
  await until(() => open.length === 1)
  open[0]?.end('retry: 86400000\n\n')
  await until(() => states().includes('closed'))

  t.mock.timers.tick(59_999)
  for (let count = 0; count < 20; count++) await turn()
  assert.equal(asked.length, 1)
  t.mock.timers.tick(1)
  await until(() => asked.length === 2)
})

test('a stream comes back at once when the device has a network again', async (t) => {
  const window = new EventTarget()
  Object.assign(globalThis, { window })
  t.after(() => Reflect.deleteProperty(globalThis, 'window'))
  mockTimers(t, { apis: ['setTimeout'] })
  const { client, asked, open, states } = await streaming(t)
  hear(client, [])
  await until(() => open.length === 1)
  open[0]?.end('retry: 60000\n\n')
  await until(() => states().includes('closed'))

  window.dispatchEvent(new Event('online'))

  await until(() => asked.length === 2)
})
