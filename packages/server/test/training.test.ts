import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Enrolment } from '@prmkit/contract'
import { testApp, type Person } from './app.ts'
import { aRule } from './board-records.ts'
import { bookingPath, crowd, holdsTheSeats, openClass } from './overbooked.ts'
import { later } from './records.ts'
import { aCertification, seedAcademy } from './training-records.ts'

const day = 86_400_000

/** The app with a small academy. */
async function academy() {
  const app = await testApp()
  const now = new Date(app.time.now).toISOString()
  await app.store.write((tables) => seedAcademy(tables, now))
  return { ...app, now }
}

async function enrol(person: Person, body: object): Promise<Enrolment[]> {
  const answer = await person.send('POST', '/enrolments', { body })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body.items
}

const act = (
  person: { send: Person['send'] },
  { id, revision }: { id: string; revision: number },
  body: object,
  resource = 'enrolments',
) =>
  person.send('POST', `/${resource}/${id}/actions`, {
    ...{ body, headers: { 'if-match': `"${revision}"` } },
  })

/** Opens a link and says that it is done. */
async function finish(person: Person, { id }: Enrolment) {
  const launch = await person.send('POST', `/enrolments/${id}/launch`, { body: {} })
  assert.equal(launch.status, 200, JSON.stringify(launch.body))
  const { body } = await person.send('GET', `/enrolments/${id}`)
  return act(person, body, { action: 'finish' })
}

test('a link is begun by opening it, and done when its learner says so', async () => {
  const { signIn } = await academy()
  const sam = await signIn('sam')
  const [one] = await enrol(sam, { courseId: 'basics' })
  assert.deepEqual(one!.allowedActions, ['launch', 'withdraw'])

  const launch = await sam.send('POST', `/enrolments/${one!.id}/launch`, { body: {} })
  assert.equal(launch.body.url, 'https://academy.example/pumps')
  const begun = (await sam.send('GET', `/enrolments/${one!.id}`)).body
  assert.deepEqual(
    [begun.status, begun.attempts, begun.resumable, begun.allowedActions],
    ['in_progress', 1, true, ['launch', 'finish', 'withdraw']],
  )
  const done = await act(sam, begun, { action: 'finish' })
  assert.deepEqual(
    [done.body.status, done.body.progress, done.body.satisfied],
    ['completed', 100, true],
  )
  const { body } = await sam.send('GET', '/courses/basics')
  assert.deepEqual([body.mine.status, body.allowedActions], ['completed', []])
})

test('a course waits for those that come before it', async () => {
  const { signIn } = await academy()
  const sam = await signIn('sam')
  const [basics, service] = await enrol(sam, { pathId: 'start' })
  assert.deepEqual(service!.blockedBy, [{ id: 'basics', title: 'Pump basics' }])

  const early = await sam.send('POST', `/enrolments/${service!.id}/launch`, { body: {} })
  assert.equal(early.body.code, 'state-conflict')
  assert.match(early.body.detail, /Pump basics/)
  await finish(sam, basics!)
  assert.equal((await finish(sam, service!)).status, 200)
  const path = (await sam.send('GET', '/paths/start')).body
  assert.deepEqual([path.progress, path.done], [100, true])
})

test('an administrator assigns to colleagues until a day, and sees who is late', async () => {
  const { signIn, time, now } = await academy()
  const [ada, sam] = [await signIn('ada'), await signIn('sam')]
  const dueAt = later(now, day)
  const body = { courseId: 'code', userIds: ['sam', 'cleo'], dueAt }
  const items = await enrol(ada, body)
  assert.deepEqual(
    items.map(({ user, assignedBy }) => [user.name, assignedBy?.name]),
    [
      ['Sam Seller', 'Ada Admin'],
      ['Cleo Colleague', 'Ada Admin'],
    ],
  )

  const own = (await sam.send('GET', '/enrolments')).body.items
  assert.deepEqual(
    [own.length, own[0].dueAt, own[0].overdue, own[0].allowedActions],
    [1, dueAt, false, ['launch']],
  )
  time.now += 2 * day
  const late = await (await signIn('ada')).send('GET', '/enrolments?scope=team&overdue=true')
  assert.deepEqual(late.body.items.map((one: Enrolment) => [one.user.id, one.overdue]).toSorted(), [
    ['cleo', true],
    ['sam', true],
  ])
})

test('nobody assigns to strangers, nor a seller to colleagues', async () => {
  const { signIn } = await academy()
  const [ada, sam] = [await signIn('ada'), await signIn('sam')]
  const stranger = await ada.send('POST', '/enrolments', {
    body: { courseId: 'code', userIds: ['sol'] },
  })
  const seller = await sam.send('POST', '/enrolments', {
    body: { courseId: 'code', userIds: ['ada'] },
  })

  assert.deepEqual(
    [stranger.body.errors[0].pointer, stranger.body.errors[0].code],
    ['/userIds/0', 'not-found'],
  )
  assert.equal(seller.body.code, 'forbidden')
})

test('two requests that enrol the same person at once make one enrolment', async () => {
  const { signIn } = await academy()
  const sam = await signIn('sam')
  const both = await Promise.all(
    [1, 2, 3].map(() => sam.send('POST', '/enrolments', { body: { courseId: 'basics' } })),
  )

  assert.equal(new Set(both.map(({ body }) => body.items[0].id)).size, 1)
})

test('the courses of a certification make an award that ends on the same day a year later', async () => {
  const { signIn, time } = await academy()
  const sam = await signIn('sam')
  const [basics, service] = await enrol(sam, { pathId: 'start' })
  await finish(sam, basics!)
  assert.equal((await sam.send('GET', '/awards')).body.items.length, 0)
  await finish(sam, service!)

  const [award] = (await sam.send('GET', '/awards')).body.items
  assert.deepEqual(
    [award.status, award.certification.title, award.holder.name, award.validUntil],
    // The last millisecond of the day in Berlin.
    ['active', 'Expert', 'Sam Seller', '2027-11-23T22:59:59.999Z'],
  )
  const own = (await sam.send('GET', '/certifications')).body.items[0]
  assert.deepEqual([own.holders, own.mine.status], [1, 'active'])
  const needed = (await (await signIn('ada')).send('GET', '/requirements')).body.items[0]
  assert.deepEqual(
    [needed.needed, needed.have, needed.missing, needed.holders[0].name],
    [1, 1, 0, 'Sam Seller'],
  )

  time.now += 320 * day
  const soon = (await (await signIn('sam')).send('GET', '/awards')).body.items[0]
  assert.deepEqual([soon.status, soon.expiringSoon], ['active', true])
  time.now += 50 * day
  const over = (await (await signIn('sam')).send('GET', '/awards')).body.items[0]
  assert.deepEqual([over.status, over.expiringSoon], ['expired', false])
})

test('the vendor waives with a reason, takes an award back with a reason, and gives it anew', async () => {
  const { signIn } = await academy()
  const [sam, mona] = [await signIn('sam'), await signIn('mona')]
  const [basics, service] = await enrol(sam, { pathId: 'start' })
  await finish(sam, basics!)
  const bare = await act(mona, service!, { action: 'waive' })
  assert.equal(bare.body.errors[0].pointer, '/reason')
  const reason = { code: 'tested_out', text: 'Passed the entry test.' }
  const waived = await act(mona, service!, { action: 'waive', reason })
  assert.deepEqual([waived.body.status, waived.body.statusReason], ['waived', reason])

  const [award] = (await sam.send('GET', '/awards')).body.items
  const taken = await act(mona, award, { action: 'revoke', reason }, 'awards')
  assert.deepEqual([taken.body.status, taken.body.statusReason], ['revoked', reason])
  const again = await act(mona, taken.body, { action: 'renew' }, 'awards')
  assert.equal(again.body.code, 'state-conflict')
})

test('a seat goes to who comes first, then to who waits longest', async () => {
  const { signIn, store } = await academy()
  const one = (await store.read.classes.get('kiel'))!
  await store.write((tables) => tables.classes.put([{ ...one, seats: 2 }]))
  const people = await Promise.all(['ada', 'sam', 'cleo', 'sol'].map((id) => signIn(id)))
  const booked = await Promise.all(
    people.map((person) => person.send('POST', '/classes/kiel/booking')),
  )
  const states = booked.map(({ body }) => body.mine.status)
  assert.equal(states.filter((status) => status === 'booked').length, 2)
  assert.equal(states.filter((status) => status === 'waiting').length, 2)
  const first = people[states.indexOf('booked')]!
  const next = people[booked.findIndex(({ body }) => body.mine.place === 1)]!
  const { body: waiting } = await next.send('GET', '/classes/kiel')
  assert.deepEqual([waiting.mine, waiting.link], [{ status: 'waiting', place: 1 }, undefined])

  await first.send('DELETE', '/classes/kiel/booking')
  const { body: seated } = await next.send('GET', '/classes/kiel')
  assert.deepEqual(
    [seated.mine, seated.link, seated.seatsLeft, seated.waiting],
    [{ status: 'booked' }, 'https://meet.example/kiel', 0, 1],
  )
  const file = await next.send('GET', '/classes/kiel/calendar')
  assert.match(String(file.body), /BEGIN:VCALENDAR[\s\S]*URL:https:\/\/meet\.example\/kiel/)
})

test('who attended a class has done its course', async () => {
  const { signIn, time } = await academy()
  const sam = await signIn('sam')
  await sam.send('POST', '/classes/kiel/booking')
  const body = { attended: ['sam'] }
  const early = await (await signIn('mona')).send('POST', '/classes/kiel/attendance', { body })
  assert.equal(early.body.code, 'state-conflict')
  time.now += 3 * day
  const held = await (await signIn('mona')).send('POST', '/classes/kiel/attendance', { body })
  assert.deepEqual([held.body.status, held.body.bookings[0].status], ['held', 'attended'])

  const [one] = (await (await signIn('sam')).send('GET', '/enrolments')).body.items
  assert.deepEqual([one.course.id, one.status, one.success], ['bench', 'completed', 'passed'])
})

test('who is told as missed after all has the course to do again, without its points and certificate', async () => {
  const { signIn, store, time } = await academy()
  await store.write(async (tables) => {
    const rules = [
      aRule({ id: 'class', event: 'enrolment.completed', points: 30 }),
      aRule({ id: 'badge', event: 'award.issued', points: 50 }),
    ]
    await tables.programme.putPointRules({ rules, lateDays: 60 })
    await tables.certifications.put([
      aCertification({ id: 'builder', courses: [{ courseId: 'bench' }] }),
    ])
  })
  await (await signIn('sam')).send('POST', '/classes/kiel/booking')
  time.now += 3 * day
  const tell = async (body: object) =>
    (await signIn('mona')).send('POST', '/classes/kiel/attendance', { body })
  const sums = async () => {
    const { items } = (await (await signIn('mona')).send('GET', '/points')).body
    return items.map((one: { points: number }) => one.points)
  }
  await tell({ attended: ['sam'] })
  assert.deepEqual((await sums()).toSorted(), [30, 50])
  time.now += day

  const { body: corrected } = await (
    await signIn('mona')
  ).send('POST', '/classes/kiel/attendance', {
    body: { missed: ['sam'] },
  })
  assert.equal(corrected.bookings[0].status, 'missed')
  const again = await signIn('sam')
  const [one] = (await again.send('GET', '/enrolments')).body.items
  assert.deepEqual(
    [one.course.id, one.status, one.success, one.progress, one.completedAt, one.statusReason],
    ['bench', 'assigned', 'unknown', 0, undefined, { code: 'class_missed' }],
  )
  const [award] = (await again.send('GET', '/awards')).body.items
  assert.deepEqual([award.status, award.statusReason], ['revoked', { code: 'class_missed' }])
  assert.deepEqual((await sums()).toSorted(), [-30, -50, 30, 50])

  await (
    await signIn('mona')
  ).send('POST', '/classes/kiel/attendance', {
    body: { attended: ['sam'] },
  })
  const [done] = (await (await signIn('sam')).send('GET', '/enrolments')).body.items
  assert.equal(done.status, 'completed')
})

test('nobody attends a class that was called off', async () => {
  const { signIn, store, time } = await academy()
  await (await signIn('sam')).send('POST', '/classes/kiel/booking')
  const kiel = (await store.read.classes.get('kiel'))!
  await store.write(({ classes }) => classes.put([{ ...kiel, status: 'cancelled' }]))
  time.now += 3 * day
  const mona = await signIn('mona')

  const body = { attended: ['sam'] }
  const { body: refused } = await mona.send('POST', '/classes/kiel/attendance', { body })
  assert.equal(refused.code, 'state-conflict')
  const { body: shown } = await mona.send('GET', '/classes/kiel')
  assert.deepEqual([shown.status, shown.allowedActions], ['cancelled', []])
})

test('completions of another system count once, by the key there', async () => {
  const { vendorBackend, signIn, now } = await academy()
  const row = (key: string, more: object = {}) => ({
    ...{ key, user: { id: 'sam' }, courseId: 'basics', completedAt: later(now, -day) },
    ...more,
  })
  const rows = [row('a'), row('b', { user: { email: 'nobody@north.example' } })]
  const send = (sent: object[]) =>
    vendorBackend('POST', '/completions/bulk', { body: { rows: sent } })
  const first = (await send(rows)).body.rows
  const second = (await send([row('a')])).body.rows
  const third = (await send([row('a', { score: { scaled: 0.9 } })])).body.rows

  assert.deepEqual(
    [first[0].result, first[1].result, first[1].errors[0].pointer],
    ['created', 'refused', '/user'],
  )
  assert.deepEqual([second[0].result, third[0].result], ['unchanged', 'changed'])
  const { items } = (await (await signIn('sam')).send('GET', '/enrolments')).body
  assert.deepEqual(
    [items.length, items[0].status, items[0].completedAt, items[0].score.scaled],
    [1, 'completed', later(now, -day), 0.9],
  )
})

test('the vendor writes a course, which readers find by its words once it is published', async () => {
  const { signIn } = await academy()
  const [mona, sam] = [await signIn('mona'), await signIn('sam')]
  const texts = { en: { title: 'Valve replacement', description: 'Gaskets and torque.' } }
  const bad = await mona.send('POST', '/courses', { body: { texts, kind: 'link' } })
  assert.equal(bad.body.errors[0].pointer, '/url')
  const body = { texts, kind: 'link', url: 'https://academy.example/valves' }
  const made = await mona.send('POST', '/courses', { body })
  assert.deepEqual([made.status, made.body.status], [201, 'draft'])
  const find = async () =>
    (await sam.send('GET', '/courses?search=gasket')).body.items.map(({ id }: Enrolment) => id)
  assert.deepEqual(await find(), [])

  await act(mona, made.body, { action: 'publish' }, 'courses')
  assert.deepEqual(await find(), [made.body.id])
})

test('a retired course is still opened by its id and found no more', async () => {
  const { signIn } = await academy()
  const [mona, sam] = [await signIn('mona'), await signIn('sam')]
  const { body } = await mona.send('GET', '/courses/basics')
  await act(mona, body, { action: 'retire' }, 'courses')

  assert.equal((await sam.send('GET', '/courses/basics')).body.status, 'retired')
  const listed = (await sam.send('GET', '/courses')).body.items
  assert.ok(!listed.some(({ id }: Enrolment) => id === 'basics'))
  assert.equal((await sam.send('GET', '/courses/hidden')).status, 404)
  assert.equal((await sam.send('GET', '/courses/south-only')).status, 404)
})

test('a class that twenty want at once gives its seats away once, and moves the others up in order', async () => {
  const app = await testApp()
  await openClass(app.store, new Date(app.time.now).toISOString())
  const people = await Promise.all(crowd.map((id) => app.signIn(id)))
  await Promise.all(people.map((person) => person.send('POST', bookingPath)))

  await holdsTheSeats(app, new Map(people.map(({ id, token }) => [id, token])))
})
