import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AnnouncementRecord } from '../src/store/announcements.ts'
import { testApp, type Person, type TestApp } from './app.ts'
import { anAnnouncement, later } from './records.ts'

const people = ['ada', 'sam', 'sol', 'hubert', 'mona', 'paul'] as const
type Name = (typeof people)[number]

/** Audiences, and who is in them, said once more in other words than the server’s. */
const audiences: [AnnouncementRecord['audience'], Name[]][] = [
  [{}, [...people]],
  [{ tiers: ['Gold'] }, ['ada', 'sam', 'mona']],
  [{ partnerKinds: ['agency'] }, ['sol', 'mona', 'paul']],
  [{ partnerIds: ['hub'] }, ['hubert', 'mona']],
  [{ roles: ['partner_admin'] }, ['ada', 'hubert', 'mona', 'paul']],
  [{ tiers: ['Gold'], roles: ['partner_seller'] }, ['sam', 'mona']],
  [{ regions: ['nowhere'] }, ['mona']],
]

/** The app with these announcements, which have begun unless they say otherwise. */
async function open(...records: Partial<AnnouncementRecord>[]) {
  const app = await testApp()
  const now = new Date(app.time.now).toISOString()
  const made = records.map((record, index) =>
    anAnnouncement({ validFrom: later(now, -1000 * (index + 1)), ...record }),
  )
  await app.store.write(({ announcements }) => announcements.put(made))
  return { app, now, made }
}

async function everybody(app: TestApp): Promise<Record<Name, Person>> {
  const signedIn = await Promise.all(people.map(async (id) => [id, await app.signIn(id)] as const))
  return Object.fromEntries(signedIn) as Record<Name, Person>
}

test('list, counts, single announcements, marks and events agree with the audience', async () => {
  const { app, made } = await open(
    ...audiences.map(([audience]) => ({ audience, acknowledge: true })),
  )
  for (const [name, person] of Object.entries(await everybody(app)) as [Name, Person][]) {
    const visible = made.filter((_, index) => audiences[index]![1].includes(name))
    const listed = await person.send('GET', '/announcements?facets=true')

    assert.deepEqual(
      listed.body.items.map(({ id }: { id: string }) => id),
      visible.map(({ id }) => id),
      name,
    )
    assert.equal(listed.body.total, visible.length, name)
    for (const { id } of made) {
      const expected = visible.some((one) => one.id === id) ? 200 : 404
      const requests = [
        ['GET', ''],
        ['POST', '/read'],
        ['POST', '/acknowledgement'],
      ] as const
      for (const [method, path] of requests) {
        const { status } = await person.send(method, `/announcements/${id}${path}`)
        assert.equal(status, expected, `${name} ${method} ${id}${path}`)
      }
    }
  }
})

test('an announcement does not exist before its start, and is only opened after its end', async () => {
  const from = { milliseconds: 60_000 }
  const { app, now, made } = await open({ acknowledge: true })
  const [announcement] = made
  const begins = later(now, from.milliseconds)
  const record = { ...announcement!, validFrom: begins, validUntil: later(begins, 60_000) }
  await app.store.write(({ announcements }) => announcements.put([record]))
  const seen = async () => {
    const ada = await app.signIn('ada')
    const { items } = (await ada.send('GET', '/announcements')).body
    const one = await ada.send('GET', `/announcements/${record.id}`)
    const read = await ada.send('POST', `/announcements/${record.id}/read`)
    return [items.length, one.status, read.status, one.body.allowedActions]
  }

  assert.deepEqual(await seen(), [0, 404, 404, undefined])
  app.time.now += 60_000
  assert.deepEqual(await seen(), [1, 200, 200, ['acknowledge']])
  app.time.now += 60_000
  assert.deepEqual(await seen(), [0, 200, 200, []])
  const late = await (
    await app.signIn('ada')
  ).send('POST', `/announcements/${record.id}/acknowledgement`)
  assert.deepEqual([late.status, late.body.code], [409, 'state-conflict'])
})

test('marks are one person’s own, are set once, and move no revision', async () => {
  const { app, now, made } = await open({ acknowledge: true }, { acknowledge: false })
  const [asked, plain] = made
  const [ada, sam] = [await app.signIn('ada'), await app.signIn('sam')]
  const place = await app.store.read.events.end()
  const read = await ada.send('POST', `/announcements/${asked!.id}/read`)
  app.time.now += 1000
  const done = await ada.send('POST', `/announcements/${asked!.id}/acknowledgement`)
  app.time.now += 1000
  const again = await ada.send('POST', `/announcements/${asked!.id}/acknowledgement`)
  const unasked = await ada.send('POST', `/announcements/${plain!.id}/acknowledgement`)
  const unread = async (person: Person) =>
    (await person.send('GET', '/announcements?unread=true&facets=true')).body

  assert.deepEqual(read.body.mine, { readAt: now })
  assert.deepEqual(done.body.mine, { readAt: now, acknowledgedAt: later(now, 1000) })
  assert.deepEqual([again.status, again.body], [200, done.body])
  assert.deepEqual([done.body.revision, done.body.allowedActions], [1, []])
  assert.deepEqual([unasked.status, unasked.body.code], [409, 'state-conflict'])
  assert.equal(await app.store.read.events.end(), place)
  assert.deepEqual(
    (await unread(ada)).items.map(({ id }: { id: string }) => id),
    [plain!.id],
  )
  assert.deepEqual([(await unread(ada)).total, (await unread(sam)).total], [1, 2])
  const acknowledged = app.store.auditTrail.filter(
    ({ action }) => action === 'announcement.acknowledged',
  )
  assert.deepEqual(
    acknowledged.map(({ userId, resourceId }) => [userId, resourceId]),
    [['ada', asked!.id]],
  )
})

test('a kept answer is not for somebody who has left the audience', async () => {
  const { app, made } = await open({ acknowledge: true, audience: { partnerIds: ['north'] } })
  const sent = { headers: { 'idempotency-key': 'k' } }
  const path = `/announcements/${made[0]!.id}/acknowledgement`
  const before = await (await app.signIn('ada')).send('POST', path, sent)
  const again = await (await app.signIn('ada')).send('POST', path, sent)
  const user = { ...(await app.store.read.users.get('ada'))!, partnerIds: ['south'] }
  await app.store.write(({ users }) => users.put([user]))
  const after = await (await app.signIn('ada')).send('POST', path, sent)

  assert.deepEqual([before.status, again.body.id], [200, made[0]!.id])
  assert.deepEqual([after.status, after.body.code], [404, 'not-found'])
})

test('a kept answer is not for anybody while the announcement’s start is moved ahead', async () => {
  const { app, now, made } = await open({ acknowledge: true })
  const [ada, mona] = [await app.signIn('ada'), await app.signIn('mona')]
  const path = `/announcements/${made[0]!.id}/read`
  const sent = { headers: { 'idempotency-key': 'k' } }
  const read = (person: Person) => person.send('POST', path, sent)
  const first = [await read(ada), await read(mona)]
  const moved = { ...made[0]!, validFrom: later(now, 60_000), revision: 2 }
  await app.store.write(({ announcements }) => announcements.put([moved]))
  const ahead = [await read(ada), await read(mona)]
  app.time.now += 60_000
  const begun = await read(ada)

  assert.deepEqual(
    first.map(({ status }) => status),
    [200, 200],
  )
  assert.deepEqual(
    ahead.map(({ status, body }) => [status, body.code]),
    [
      [404, 'not-found'],
      [404, 'not-found'],
    ],
  )
  assert.deepEqual([begun.status, begun.body], [200, first[0]!.body])
})

test('somebody who only views the portal as a partner leaves no marks and is asked for none', async () => {
  const { app, made } = await open({ acknowledge: true, audience: { partnerIds: ['north'] } })
  const viewer = await app.signIn('mona', { partnerId: 'north', viewAs: true })
  const path = `/announcements/${made[0]!.id}`
  const shown = await viewer.send('GET', path)

  assert.deepEqual([shown.status, shown.body.allowedActions], [200, []])
  for (const mark of ['read', 'acknowledgement'])
    assert.equal((await viewer.send('POST', `${path}/${mark}`)).body.code, 'read-only')
})

test('each reader gets the language they like best, and no Markdown', async () => {
  const texts = {
    en: { title: 'We move', text: 'See <b>[here](https://a.example)</b>.\n\n- One' },
    de: { title: 'Wir ziehen um', text: 'Bald.' },
  }
  const { app, made } = await open({ texts })
  const ada = await app.signIn('ada')
  const shown = async (language: string) => {
    const headers = { 'accept-language': language }
    return (await ada.send('GET', `/announcements/${made[0]!.id}`, { headers })).body
  }
  const [english, german, arabic] = [await shown('en-GB'), await shown('de'), await shown('ar')]

  assert.deepEqual([german.language, german.title], ['de', 'Wir ziehen um'])
  assert.deepEqual([arabic.language, arabic.title], ['en', 'We move'])
  assert.deepEqual(english.text, [
    {
      kind: 'paragraph',
      lines: [
        [{ text: 'See <b>' }, { text: 'here', href: 'https://a.example' }, { text: '</b>.' }],
      ],
    },
    { kind: 'list', lines: [[{ text: 'One' }]] },
  ])
  assert.deepEqual(
    ['audience', 'texts', 'dueAt'].filter((field) => field in english),
    [],
  )
})
