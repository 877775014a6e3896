import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp, type TestApp } from './app.ts'
import { later } from './records.ts'
import { anAward, anEnrolment, seedAcademy } from './training-records.ts'

const day = 86_400_000

async function academy() {
  const app = await testApp()
  const now = new Date(app.time.now).toISOString()
  await app.store.write(async (tables) => {
    const validUntil = '2027-01-15T22:59:59.999Z'
    const award = { certificationId: 'expert', userId: 'sam', partnerId: 'north', validUntil }
    await seedAcademy(tables, now, [anAward({ ...award, id: 'held' })])
    const sam = { userId: 'sam', partnerId: 'north' }
    await tables.enrolments.put([
      anEnrolment({ ...sam, id: 'one', courseId: 'basics', dueAt: '2026-12-01T22:59:59.999Z' }),
      anEnrolment({ ...sam, id: 'done', courseId: 'code', status: 'completed', dueAt: now }),
      anEnrolment({ ...sam, id: 'ada', userId: 'ada', courseId: 'code', dueAt: later(now, day) }),
    ])
  })
  return { ...app, now }
}

/** Fetches a feed as a calendar program does, with nothing but its address. */
async function read({ app }: Pick<TestApp, 'app'>, url: string) {
  const response = await app.fetch(new Request(url))
  return { response, text: (await response.text()).replaceAll('\r\n ', '') }
}

test('a feed has what is due, classes and ends of certificates, and names nobody', async () => {
  const open = await academy()
  const sam = await open.signIn('sam')
  await sam.send('POST', '/classes/kiel/booking')
  assert.deepEqual((await sam.send('GET', '/training-feed')).body, {})
  const made = await sam.send('POST', '/training-feed')
  assert.match(made.body.url, /^https:\/\/api\.example\/calendar\/[\w-]{22}\.ics$/)
  assert.deepEqual((await sam.send('GET', '/training-feed')).body, { createdAt: open.now })

  const { response, text } = await read(open, made.body.url)
  assert.equal(response.headers.get('content-type'), 'text/calendar; charset=utf-8')
  assert.equal(response.headers.get('cache-control'), 'no-store')
  assert.equal(response.headers.get('x-robots-tag'), 'noindex, nofollow')
  const lines = text.split('\r\n')
  const of = (name: string) => lines.filter((line) => line.startsWith(name))
  assert.deepEqual(of('SUMMARY:'), [
    'SUMMARY:Due: Pump basics',
    'SUMMARY:Certificate ends: Expert',
    'SUMMARY:Day at the bench',
  ])
  // The last millisecond of a day in Berlin belongs to that day.
  assert.deepEqual(of('DTSTART;VALUE=DATE'), [
    ...['DTSTART;VALUE=DATE:20261201', 'DTSTART;VALUE=DATE:20270115'],
  ])
  assert.deepEqual(of('URL:'), ['URL:https://meet.example/kiel'])
  // RFC 5545, 3.8.4.7: each event has an identifier of its own.
  assert.equal(new Set(of('UID:')).size, 3)
  assert.equal(of('BEGIN:VEVENT').length, of('END:VEVENT').length)
  assert.doesNotMatch(text, /Sam|Ada|Nordwind|@north|ATTENDEE|ORGANIZER/)
})

test('who waits for a seat has the class as tentative and without the address of its meeting', async () => {
  const open = await academy()
  for (const id of ['ada', 'cleo', 'sam'])
    await (await open.signIn(id)).send('POST', '/classes/kiel/booking')
  const { body } = await (await open.signIn('sam')).send('POST', '/training-feed')
  const { text } = await read(open, body.url)

  assert.match(text, /STATUS:TENTATIVE/)
  assert.match(text, /SUMMARY:Waiting list: Day at the bench/)
  assert.doesNotMatch(text, /URL:/)
})

test('an address ends when another one is made, when it is ended, and when its owner leaves', async () => {
  const open = await academy()
  const sam = await open.signIn('sam')
  const first = (await sam.send('POST', '/training-feed')).body.url
  const second = (await sam.send('POST', '/training-feed')).body.url
  assert.equal((await read(open, first)).response.status, 404)
  assert.equal((await read(open, second)).response.status, 200)

  assert.equal((await sam.send('DELETE', '/training-feed')).status, 204)
  assert.equal((await read(open, second)).response.status, 404)
  const third = (await sam.send('POST', '/training-feed')).body.url
  await open.store.write(async ({ users }) => {
    const user = await users.get('sam')
    await users.put([{ ...user!, active: false }])
  })
  assert.equal((await read(open, third)).response.status, 404)
  for (const wrong of ['AAAAAAAAAAAAAAAAAAAAAA.ics', 'x.ics', `${'A'.repeat(23)}.ics`, '%00.ics'])
    assert.equal((await read(open, `https://api.example/calendar/${wrong}`)).response.status, 404)
})

test('a feed is written in its owner’s language, and its lines are folded', async () => {
  const open = await academy()
  await open.store.write(async ({ users, courses }) => {
    const user = await users.get('sam')
    await users.put([{ ...user!, language: 'de' }])
    const course = await courses.get('basics')
    const title = 'Pumpen, Grundlagen; und sehr viel mehr über Pumpen, als je jemand wissen wollte'
    await courses.put([{ ...course!, texts: { de: { title, description: '' } }, language: 'de' }])
  })
  const { body } = await (await open.signIn('sam')).send('POST', '/training-feed')
  const raw = await (await open.app.fetch(new Request(body.url))).text()

  assert.match(raw.replaceAll('\r\n ', ''), /SUMMARY:Fällig: Pumpen\\, Grundlagen\\; und/)
  // RFC 5545, 3.1: no line has more than 75 octets.
  for (const line of raw.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
})

test('a feed has the classes of the last of very many courses, and not of one that was retired', async () => {
  const open = await academy()
  const sam = await open.signIn('sam')
  await sam.send('POST', '/classes/kiel/booking')
  const { url } = (await sam.send('POST', '/training-feed')).body
  const bench = (await open.store.read.courses.get('bench'))!
  await open.store.write(({ courses }) =>
    courses.put(
      Array.from({ length: 5001 }, (_, place) => ({
        ...{ ...bench, id: `before-${place}`, position: bench.position - 1 },
      })),
    ),
  )
  assert.match((await read(open, url)).text, /SUMMARY:Day at the bench/)

  await open.store.write(({ courses }) => courses.put([{ ...bench, status: 'retired' }]))
  assert.doesNotMatch((await read(open, url)).text, /SUMMARY:Day at the bench/)
})
