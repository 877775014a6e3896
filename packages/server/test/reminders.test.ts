import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Mail } from '../src/index.ts'
import { anAward, anEnrolment, seedAcademy } from './training-records.ts'
import { act, register, testApp } from './app.ts'
import { later } from './records.ts'

const day = 86_400_000

test('people are told of each step once: 30, 7 and 1 days before a protection or an award ends, 7 and 1 before a course does, and after', async () => {
  const sent: Mail[] = []
  const port = { send: async (mail: Mail) => void sent.push(mail) }
  const app = await testApp({ mail: { port, link: 'https://vendor.example/{resource}/{id}' } })
  const now = new Date(app.time.now).toISOString()
  const sam = { userId: 'sam', partnerId: 'north' }
  await app.store.write(async (tables) => {
    await seedAcademy(tables, now, [
      anAward({ ...sam, id: 'ends', certificationId: 'expert', validUntil: later(now, 31 * day) }),
    ])
    await tables.enrolments.put([
      anEnrolment({ ...sam, id: 'due', courseId: 'code', dueAt: later(now, 9 * day) }),
      anEnrolment({ ...sam, id: 'done', status: 'completed', dueAt: later(now, 9 * day) }),
    ])
  })
  const [ada, mona] = [await app.signIn('ada'), await app.signIn('mona')]
  const deal = await register(ada)
  const { body } = await act(mona, deal, { action: 'start_review' })
  await act(mona, body, { action: 'approve', protectedUntil: '2026-12-25' })
  await app.app.tick()
  sent.length = 0
  const told: string[] = []
  for (let days = 0; days <= 33; days++) {
    for (let times = 0; times < 3; times++) {
      await app.app.tick()
      app.time.now += 3_600_000
    }
    for (const { template, text } of sent.splice(0))
      told.push(`${days} ${template} ${/example\/(.*)\n/.exec(text)?.[1]}`.replace(deal.id, 'held'))
    app.time.now += day - 3 * 3_600_000
  }

  assert.deepEqual(told, [
    '1 award.expiring awards/ends',
    '2 enrolment.due_soon enrolments/due',
    '3 deal.expiring deals/held',
    '8 enrolment.due_soon enrolments/due',
    '9 enrolment.overdue enrolments/due',
    '24 award.expiring awards/ends',
    '26 deal.expiring deals/held',
    '30 award.expiring awards/ends',
    '31 award.expired awards/ends',
    '32 deal.expiring deals/held',
    '33 deal.expired deals/held',
  ])
})
