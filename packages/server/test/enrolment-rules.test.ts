import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askToEnrol } from '../src/routes/training/enrol-by-rules.ts'
import type { EnrolmentRule } from '../src/store/training-records.ts'
import { testApp } from './app.ts'
import { threeTiers } from './board-records.ts'
import { aUser } from './records.ts'
import { aCourse, seedAcademy } from './training-records.ts'

const rules: EnrolmentRule[] = [
  { id: 'silver', pathId: 'start', dueDays: 30, audience: { tiers: ['Silver'] } },
  { id: 'sellers', courseId: 'code', dueDays: 7, audience: { roles: ['partner_seller'] } },
  { id: 'late', courseId: 'code', dueDays: 90, audience: {} },
]

/** The small academy with rules; `follow` lets the clock do what it does. */
async function academy() {
  const app = await testApp()
  const now = new Date(app.time.now).toISOString()
  await app.store.write(async (tables) => {
    await seedAcademy(tables, now)
    await tables.programme.putTiers(threeTiers)
    await tables.programme.putEnrolmentRules(rules)
    await askToEnrol(tables, now)
  })
  await app.app.tick()
  const of = async (userId: string) => {
    const { items } = await app.store.read.enrolments.list({ userIds: [userId] }, { limit: 100 })
    return items.map(({ courseId, dueAt }) => [courseId, dueAt]).toSorted()
  }
  return { ...app, of }
}

test('a rule enrols everybody in its audience, and of two rules the sooner day holds', async () => {
  const { of, store } = await academy()

  assert.deepEqual(await of('sam'), [['code', '2026-11-30T22:59:59.999Z']])
  assert.deepEqual(await of('ada'), [['code', '2027-02-21T22:59:59.999Z']])
  assert.deepEqual(await of('paul'), [])
  const { items } = await store.read.enrolments.list({ userIds: ['sam'] }, { limit: 1 })
  assert.deepEqual(items[0]?.assignedBy, { name: 'Fluxwerk', side: 'system' })
  const mail = await store.read.work.list({ kind: 'mail enrolment.created' }, { limit: 100 })
  assert.ok(mail.items.some(({ resourceId }) => resourceId === items[0]?.id))
})

test('somebody new is enrolled within an hour, and nobody a second time', async () => {
  const { app, store, time, of, signIn } = await academy()
  const sam = await signIn('sam')
  const [own] = (await sam.send('GET', '/enrolments')).body.items
  const vendor = await signIn('mona')
  await vendor.send('POST', `/enrolments/${own.id}/actions`, {
    body: { action: 'complete' },
    headers: { 'if-match': `"${own.revision}"` },
  })
  await store.write(({ users }) => users.put([aUser({ id: 'new', partnerIds: ['north'] })]))
  time.now += 3_600_000
  await app.tick()

  assert.deepEqual(await of('new'), [['code', '2026-11-30T22:59:59.999Z']])
  assert.equal((await of('sam')).length, 1)
})

test('the people of a partner that gets another tier are enrolled in what its path requires', async () => {
  const { app, of, signIn } = await academy()
  assert.equal((await of('sol')).length, 1)
  const mona = await signIn('mona')
  const { revision } = (await mona.send('GET', '/partners/south/tier')).body
  const answer = await mona.send('POST', '/partners/south/tier', {
    body: { tier: 'Silver', reason: { code: 'merit' } },
    headers: { 'if-match': `"${revision ?? 0}"` },
  })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  await app.tick()

  assert.deepEqual(await of('sol'), [
    ['basics', '2026-12-23T22:59:59.999Z'],
    ['code', '2026-11-30T22:59:59.999Z'],
    ['service', '2026-12-23T22:59:59.999Z'],
  ])
})

test('a rule asks nobody for a course that they may not take, or that is no longer offered', async () => {
  const { app, store, of } = await academy()
  await store.write(async (tables) => {
    const [code] = await tables.courses.many(['code'])
    await tables.courses.put([
      { ...code!, status: 'retired' },
      aCourse({ id: 'theirs', audience: { partnerIds: ['south'] } }),
    ])
    await tables.programme.putEnrolmentRules([
      { id: 'one', courseId: 'code', audience: {} },
      { id: 'two', courseId: 'theirs', audience: {} },
    ])
    await tables.users.put([aUser({ id: 'new', partnerIds: ['north'] })])
    await askToEnrol(tables, new Date().toISOString())
  })
  await app.tick()

  assert.deepEqual(await of('new'), [])
  assert.ok((await of('sol')).some(([courseId]) => courseId === 'theirs'))
})
