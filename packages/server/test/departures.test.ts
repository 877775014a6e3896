// Somebody who leaves a company, or is erased, leaves seats and what the company needs in good order.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bring } from '../src/content/bring.ts'
import { users } from '../src/content/users.ts'
import type { UserRecord } from '../src/store/records.ts'
import { testApp } from './app.ts'
import { bookingPath, crowd, openClass } from './overbooked.ts'
import { heldBy, seedAcademy } from './training-records.ts'

/** The app with a small academy, and the way in which the vendor’s file changes somebody. */
async function company() {
  const app = await testApp()
  const { store, time } = app
  const now = () => new Date(time.now).toISOString()
  await openClass(store, now())
  await store.write(async (tables) => {
    await seedAcademy(tables, now(), [heldBy('cleo')])
    await tables.content.put(
      'users',
      ['cleo', ...crowd].map((id) => ({ key: id, id, hash: 'before' })),
    )
  })
  const change = async (id: string, facts: Partial<UserRecord>) => {
    const user = (await store.read.users.get(id))!
    const row = { key: id, hash: crypto.randomUUID(), record: { ...user, ...facts } }
    await store.write((tables) => bring(tables, users, [row], now()))
  }
  const seats = async () =>
    (await store.read.classes.bookings(['wanted'])).map(({ userId, status }) => [userId, status])
  return { ...app, change, seats }
}

test('who leaves or is erased frees a seat, and who waits longest gets it with a message', async () => {
  const { signIn, vendorBackend, store, change, seats } = await company()
  for (const id of crowd.slice(0, 10)) await (await signIn(id)).send('POST', bookingPath)
  const { email } = (await store.read.users.get('crowd-0'))!

  await vendorBackend('POST', '/users/crowd-0/erasure', { body: { email } })
  await change('crowd-1', { active: false })

  assert.deepEqual(await seats(), [...crowd.slice(2, 10).map((id) => [id, 'booked'])])
  const mails = (await store.read.work.list({}, { limit: 50 })).items
  assert.deepEqual(
    mails
      .filter(({ kind }) => kind === 'mail class.moved_up')
      .map(({ resourceId }) => resourceId)
      .toSorted(),
    ['wanted/crowd-8', 'wanted/crowd-9'],
  )
  await change('crowd-2', { name: 'Another name' })
  assert.deepEqual((await seats())[0], ['crowd-2', 'booked'])
})

test('a company that a holder has left has its days of grace, until the holder is back', async () => {
  const { signIn, change, time } = await company()
  const asked = async () => {
    const { body } = await (await signIn('ada')).send('GET', '/requirements')
    const [{ have, missing, graceUntil, holders }] = body.items
    return { have, missing, graceUntil, holders: holders.length }
  }
  assert.deepEqual(await asked(), { have: 1, missing: 0, graceUntil: undefined, holders: 1 })

  await change('cleo', { partnerIds: ['south'] })
  const graceUntil = '2026-12-23T22:59:59.999Z'
  assert.deepEqual(await asked(), { have: 0, missing: 1, graceUntil, holders: 0 })
  time.now += 31 * 86_400_000
  assert.deepEqual(await asked(), { have: 0, missing: 1, graceUntil: undefined, holders: 0 })

  await change('cleo', { partnerIds: ['north'] })
  assert.deepEqual(await asked(), { have: 1, missing: 0, graceUntil: undefined, holders: 1 })
  await change('cleo', { active: false })
  assert.equal((await asked()).graceUntil, '2027-01-23T22:59:59.999Z')
})
