import assert from 'node:assert/strict'
import { test } from 'node:test'
import { endOfDay } from './end-of-day.ts'

test('a day ends with its last millisecond in the zone, also in a night of other clocks', () => {
  assert.equal(endOfDay('2026-07-01', 'Europe/Berlin'), '2026-07-01T21:59:59.999Z')
  assert.equal(endOfDay('2026-12-31', 'Pacific/Kiritimati'), '2026-12-31T09:59:59.999Z')
  // In Beirut the clocks go forward at the end of 27 March.
  assert.equal(endOfDay('2027-03-27', 'Asia/Beirut'), '2027-03-27T21:59:59.999Z')
  assert.equal(endOfDay('2027-03-28', 'Asia/Beirut'), '2027-03-28T20:59:59.999Z')
  // In Santiago the last hour of 4 April 2026 came twice.
  assert.equal(endOfDay('2026-04-04', 'America/Santiago'), '2026-04-05T03:59:59.999Z')
})
