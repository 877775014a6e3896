import assert from 'node:assert/strict'
import { test } from 'node:test'
import { act, register, testApp, type Person, type TestApp } from './app.ts'
import { anAnnouncement, later } from './records.ts'

interface Frame {
  id?: string
  event?: string
  data?: string
  comment?: true
}

/** Opens somebody's event stream; `next` waits for the next frame that tells of something. */
async function listen({ app }: TestApp, person: Person, lastId?: string) {
  const aborter = new AbortController()
  const headers: Record<string, string> = { authorization: `Bearer ${person.token}` }
  if (lastId !== undefined) headers['last-event-id'] = lastId
  const { signal } = aborter
  const response = await app.fetch(
    new Request('https://api.example/v1/events', { headers, signal }),
  )
  assert.equal(response.status, 200)
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  let place: string | undefined

  async function frame(): Promise<Frame | undefined> {
    while (!text.includes('\n\n')) {
      const { value, done } = await reader.read()
      if (done) return undefined
      text += value
    }
    const [first = ''] = text.split('\n\n', 1)
    text = text.slice(first.length + 2)
    const fields = first
      .split('\n')
      .map(
        (line) =>
          [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const,
      )
    const found: Frame = Object.fromEntries(fields.filter(([name]) => name !== ''))
    if (fields.some(([name]) => name === '')) found.comment = true
    place = found.id ?? place
    return found
  }

  return {
    headers: response.headers,
    frame,
    place: () => place,
    async next() {
      for (;;) {
        const found = await frame()
        if (!found) return undefined
        if (found.event === 'resync') return { type: 'resync' }
        if (found.data !== undefined) return JSON.parse(found.data)
      }
    },
    close: () => aborter.abort(),
  }
}

test('an event says what changed and nothing of it, as it happens', async () => {
  const app = await testApp()
  const [ada, mona] = [await app.signIn('ada'), await app.signIn('mona')]
  const stream = await listen(app, ada)
  const deal = await register(ada)
  const submitted = await stream.next()
  await act(mona, deal, { action: 'start_review' })
  const reviewed = await stream.next()

  assert.match(stream.headers.get('content-type') ?? '', /^text\/event-stream/)
  assert.match(stream.headers.get('cache-control') ?? '', /no-transform/)
  assert.deepEqual(Object.keys(submitted), ['id', 'type', 'resource', 'resourceId', 'revision'])
  assert.deepEqual(
    [submitted.type, submitted.resourceId, submitted.revision],
    ['deal.submitted', deal.id, 1],
  )
  assert.deepEqual([reviewed.type, reviewed.revision], ['deal.review_started', 2])
  stream.close()
})

test('nobody hears of what they may not see', async () => {
  const app = await testApp()
  const [ada, sam, sol, mona] = [
    await app.signIn('ada'),
    await app.signIn('sam'),
    await app.signIn('sol'),
    await app.signIn('mona'),
  ]
  const streams = await Promise.all([sam, sol, mona].map((person) => listen(app, person)))
  await register(ada, { status: 'draft' })
  const [ofSam, ofSol, sent] = [await register(sam), await register(sol), await register(ada)]

  assert.equal((await streams[0]!.next()).resourceId, ofSam.id)
  assert.equal((await streams[1]!.next()).resourceId, ofSol.id)
  for (const expected of [ofSam, ofSol, sent])
    assert.equal((await streams[2]!.next()).resourceId, expected.id)
  for (const stream of streams) stream.close()
})

test('who had a deal that was handed over hears of it once more, and then it is gone', async () => {
  const app = await testApp()
  const [ada, sam, cleo] = [
    await app.signIn('ada'),
    await app.signIn('sam'),
    await app.signIn('cleo'),
  ]
  const deal = await register(sam)
  const streams = await Promise.all([sam, cleo].map((person) => listen(app, person)))
  const { body: handed } = await act(ada, deal, { action: 'hand_over', ownerUserId: 'cleo' })
  await ada.send('POST', `/deals/${deal.id}/comments`, { body: { text: 'Yours now' } })
  const ofSam = await register(sam)

  for (const stream of streams) {
    const { type, resourceId, revision } = await stream.next()
    assert.deepEqual([type, resourceId, revision], ['deal.handed_over', deal.id, handed.revision])
  }
  assert.equal((await sam.send('GET', `/deals/${deal.id}`)).status, 404)
  assert.equal((await streams[0]!.next()).resourceId, ofSam.id)
  assert.equal((await streams[1]!.next()).type, 'deal.commented')
  for (const stream of streams) stream.close()
})

test('a list names the place from which the stream tells what it does not show', async (t) => {
  const app = await testApp()
  const ada = await app.signIn('ada')
  await register(ada)
  const [list, deal] = await Promise.all([ada.send('GET', '/deals'), register(ada)])
  const place = list.headers.get('event-position') ?? undefined
  const shown = list.body.items.map(({ id }: { id: string }) => id)

  const stream = await listen(app, ada, place)
  t.after(() => stream.close())

  assert.ok(place)
  if (!shown.includes(deal.id)) assert.equal((await stream.next()).resourceId, deal.id)
  const fresh = await register(ada)
  for (;;) {
    const { type, resourceId } = await stream.next()
    assert.notEqual(type, 'resync')
    if (resourceId === fresh.id) return
  }
})

test('a reader goes on where it stopped, also when it had heard nothing yet', async () => {
  const app = await testApp()
  const ada = await app.signIn('ada')
  const first = await listen(app, ada)
  await first.frame()
  first.close()
  const missed = [await register(ada), await register(ada)]
  const second = await listen(app, ada, first.place())

  assert.equal((await second.next()).resourceId, missed[0].id)
  const { id } = await second.next()
  second.close()
  const third = await listen(app, ada, id)
  const fresh = await register(ada)

  assert.equal((await third.next()).resourceId, fresh.id)
  third.close()
})

test('a place that nobody knows is answered with one resync, and the stream goes on', async () => {
  const app = await testApp()
  const ada = await app.signIn('ada')
  for (const place of ['999', 'nonsense', '-1', 'x'.repeat(500)]) {
    const stream = await listen(app, ada, place)
    assert.deepEqual(await stream.next(), { type: 'resync' })
    const deal = await register(ada)
    assert.equal((await stream.next()).resourceId, deal.id)
    stream.close()
  }
})

test('comments and files are told too, and a comment does not move the revision', async () => {
  const app = await testApp()
  const ada = await app.signIn('ada')
  const deal = await register(ada)
  const stream = await listen(app, ada)
  await ada.send('POST', `/deals/${deal.id}/comments`, { body: { text: 'Hello' } })
  const commented = await stream.next()

  assert.deepEqual([commented.type, commented.revision], ['deal.commented', 1])
  assert.equal((await ada.send('GET', `/deals/${deal.id}`)).body.commentCount, 1)
  stream.close()
})

test('the stream beats, so that a dead connection shows', async () => {
  const app = await testApp({ limits: { heartbeat: 5 } })
  const stream = await listen(app, await app.signIn('ada'))
  await stream.frame()

  assert.equal((await stream.frame())?.comment, true)
  stream.close()
})

test('the stream ends with the token, with the session and with the server', async () => {
  const app = await testApp({ limits: { heartbeat: 5 } })
  const ended = async (person: Person, end: () => unknown) => {
    const stream = await listen(app, person)
    await stream.frame()
    await end()
    assert.equal(await stream.next(), undefined)
  }
  const [ada, sam, cleo] = [
    await app.signIn('ada'),
    await app.signIn('sam', { lifetime: 300 }),
    await app.signIn('cleo'),
  ]

  await ended(ada, () => ada.send('DELETE', `/sessions/${ada.sessionId}`))
  await ended(sam, () => (app.time.now += 301_000))
  await ended(cleo, () => app.app.close())
  assert.equal((await app.fetch('GET', '/ready', undefined)).status, 503)
  assert.equal((await app.fetch('GET', '/health', undefined)).status, 200)
})

test('the stream ends with the token, also between two beats', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const app = await testApp({ limits: { heartbeat: 3_600_000 } })
  const stream = await listen(app, await app.signIn('ada', { lifetime: 300 }))
  await stream.frame()
  let over = false
  const end = stream.next().then((event) => {
    over = true
    return event
  })

  app.time.now += 299_000
  t.mock.timers.tick(299_000)
  await new Promise(setImmediate)
  assert.equal(over, false)
  app.time.now += 2000
  t.mock.timers.tick(2000)
  for (let turn = 0; turn < 100 && !over; turn++) await new Promise(setImmediate)
  assert.equal(over, true)
  assert.equal(await end, undefined)
})

test('a user holds only so many streams, and one that ends makes room', async (t) => {
  const app = await testApp({ limits: { streamsPerUser: 3 } })
  const [ada, again, sam] = [
    await app.signIn('ada'),
    await app.signIn('ada'),
    await app.signIn('sam'),
  ]
  const ask = (person: Person) => person.send('GET', '/events')
  const streams = [await listen(app, ada), await listen(app, again), await listen(app, ada)]
  t.after(() => streams.forEach((stream) => stream.close()))

  const refused = await ask(again)
  const other = await listen(app, sam)
  other.close()
  streams.shift()!.close()
  streams.push(await listen(app, again))
  const full = await ask(ada)

  for (const { status, body, headers } of [refused, full])
    assert.deepEqual([status, body.code, headers.get('retry-after')], [429, 'rate-limited', '30'])
})

test('a stream that nobody reads any more is ended', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] })
  const app = await testApp({ limits: { heartbeat: 10 } })
  const { onEvents } = app.store
  let listening = 0
  app.store.onEvents = (listener) => {
    const stop = onEvents.call(app.store, listener)
    listening += 1
    return () => {
      listening -= 1
      stop()
    }
  }
  const { token } = await app.signIn('ada')
  const headers = { authorization: `Bearer ${token}` }
  const url = 'https://api.example/v1/events'
  const { body } = await app.app.fetch(new Request(url, { headers }))

  t.mock.timers.tick(9000)
  assert.equal(listening, 1)
  t.mock.timers.tick(2000)
  assert.equal(listening, 0)
  await body?.cancel()
})

test('a stream that breaks off is logged, one that is over or whose reader left is not', async () => {
  const complaints: string[] = []
  const warn = (_fields: object, message: string) => void complaints.push(message)
  const app = await testApp({ limits: { heartbeat: 5 }, log: { info() {}, warn, error: warn } })
  const [ada, sam, cleo] = [
    await app.signIn('ada'),
    await app.signIn('sam', { lifetime: 300 }),
    await app.signIn('cleo'),
  ]
  const [left, over, broken] = [
    await listen(app, ada),
    await listen(app, sam),
    await listen(app, cleo),
  ]
  left.close()
  assert.equal(await left.next(), undefined)
  app.time.now += 301_000
  assert.equal(await over.next(), undefined)
  assert.deepEqual(complaints, [])

  const lost = Object.assign(new Error('no such table'), { code: '42P01' })
  app.store.read.events.after = () => Promise.reject(lost)
  assert.equal(await broken.next(), undefined)
  assert.deepEqual(complaints, ['an event stream broke off'])
})

test('a user who was deactivated stops hearing', async () => {
  const app = await testApp({ limits: { heartbeat: 5 } })
  const ada = await app.signIn('ada')
  const stream = await listen(app, ada)
  const { sample } = await import('../src/fixtures.ts')
  const record = { ...sample.users[0]!, active: false }
  await app.store.write(({ users }) => users.put([record]))
  app.time.now += 60_000

  assert.equal(await stream.next(), undefined)
})

test('the vendor’s systems read the log in order, with the drafts left out', async () => {
  const app = await testApp()
  const ada = await app.signIn('ada')
  const drafts = []
  for (let number = 0; number < 5; number++) drafts.push(await register(ada, { status: 'draft' }))
  const sent = [await register(ada), await register(ada), await register(ada)]
  const seen: string[] = []
  for (let after = '', more = true; more;) {
    const { body } = await app.vendorBackend(
      'GET',
      `/event-log?limit=2${after && `&after=${after}`}`,
    )
    seen.push(...body.items.map(({ resourceId }: { resourceId: string }) => resourceId))
    ;({ more } = body)
    after = body.items.at(-1)?.id ?? after
  }

  assert.deepEqual(
    seen,
    sent.map(({ id }) => id),
  )
  assert.equal((await app.vendorBackend('GET', '/event-log?after=999')).body.code, 'not-found')
})

test('the beginning and the end of an announcement are told once, to its audience alone', async () => {
  const app = await testApp()
  const now = new Date(app.time.now).toISOString()
  const from = later(now, 60_000)
  const until = later(now, 120_000)
  const gold = anAnnouncement({
    ...{ validFrom: from, validUntil: until, dueAt: from, audience: { tiers: ['Gold'] } },
  })
  const all = anAnnouncement({ validFrom: later(from, 1), dueAt: later(from, 1) })
  await app.store.write(({ announcements }) => announcements.put([gold, all]))
  const [ada, sol] = [await app.signIn('ada'), await app.signIn('sol')]
  const [north, south] = [await listen(app, ada), await listen(app, sol)]
  await app.app.tick()
  app.time.now += 60_001
  await app.app.tick()
  const heard = [await north.next(), await north.next(), await south.next()]
  app.time.now += 60_000
  await app.app.tick()
  await app.app.tick()
  const { events } = (await app.store.read.events.after(undefined, 10))!

  assert.deepEqual(
    heard.map(({ resource, resourceId }) => [resource, resourceId]),
    [gold, all, all].map(({ id }) => ['announcements', id]),
  )
  assert.equal((await north.next()).resourceId, gold.id)
  assert.deepEqual(
    events.map(({ resourceId, revision }) => [resourceId, revision]),
    [
      [gold.id, 2],
      [all.id, 2],
      [gold.id, 3],
    ],
  )
  for (const stream of [north, south]) stream.close()
})

test('a partner whose tier changes hears from then on what its new tier reads', async () => {
  const app = await testApp()
  const sol = await app.signIn('sol')
  const stream = await listen(app, sol)
  const partner = (await app.store.read.partners.get('south'))!
  await app.store.write(({ partners }) => partners.put([{ ...partner, tier: 'Gold' }]))
  app.time.now += 60_000
  const at = new Date(app.time.now).toISOString()
  const one = anAnnouncement({ validFrom: at, dueAt: at, audience: { tiers: ['Gold'] } })
  await app.store.write(({ announcements }) => announcements.put([one]))
  await app.app.tick()

  assert.equal((await stream.next()).resourceId, one.id)
  stream.close()
})
