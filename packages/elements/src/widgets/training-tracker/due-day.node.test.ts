import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { Discovery } from '@prmkit/contract'
import { courseMarks } from './course-marks.ts'

const discovery = { timeZone: 'Europe/Berlin' } as Discovery

function readIn(t: TestContext, zone: string) {
  const { TZ } = process.env
  process.env['TZ'] = zone
  t.after(() => {
    if (TZ === undefined) delete process.env['TZ']
    else process.env['TZ'] = TZ
  })
}

test('a course is due on the vendor’s day, wherever it is read', (t) => {
  readIn(t, 'Asia/Tokyo')
  const dates: unknown[] = []
  const texts = {
    ...{ locale: 'en-GB', discovery },
    t: (_: string, values?: { date?: unknown }) => String(dates.push(values?.date)),
  }
  const mine = { status: 'assigned', progress: 0, dueAt: '2027-02-19T22:59:59.000Z' }
  courseMarks(texts as never, { mine } as never)

  assert.equal(dates[0], '19 Feb 2027 (20 Feb, 07:59 GMT+9)')
})
