import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addBusinessHours, addDays, endOfDay, instantOf, today } from './zones.ts'

test('a day ends in the vendor’s zone, in summer and in winter', () => {
  assert.equal(endOfDay('2026-07-01', 'Europe/Berlin'), '2026-07-01T21:59:59.999Z')
  assert.equal(endOfDay('2026-12-01', 'Europe/Berlin'), '2026-12-01T22:59:59.999Z')
  assert.equal(endOfDay('2026-12-31', 'Pacific/Kiritimati'), '2026-12-31T09:59:59.999Z')
  assert.equal(endOfDay('2026-12-31', 'America/Los_Angeles'), '2027-01-01T07:59:59.999Z')
})

test('a day ends once where clocks change at midnight', () => {
  // Cairo skips 00:00 to 01:00 on 2026-04-24.
  assert.equal(endOfDay('2026-04-23', 'Africa/Cairo'), '2026-04-23T21:59:59.999Z')
})

test('a date at the end of the years that four digits write has instants that can be written', () => {
  const year = /^\d{4}-/
  for (const zone of ['Europe/Berlin', 'Pacific/Kiritimati', 'Pacific/Niue', 'UTC'])
    for (const date of ['0001-01-01', '0999-12-31', '1000-01-01', '9999-12-30', '9999-12-31']) {
      const from = new Date(instantOf(date, '00:00:00', zone)).toISOString()
      const until = endOfDay(date, zone)
      assert.match(from, year, date)
      assert.match(until, year, date)
      const hours = (Date.parse(until) - Date.parse(from)) / 3_600_000
      assert.ok(hours > 9 && hours < 38, `${date} ${zone}`)
    }
  assert.equal(addDays('9999-12-31', 1), '9999-12-31')
  assert.equal(addDays('0001-01-01', -1), '0001-01-01')
})

test('the date is that of the zone, not of the machine', () => {
  assert.equal(today('2026-11-21T23:30:00.000Z', 'Asia/Tokyo'), '2026-11-22')
  assert.equal(today('2026-11-21T01:30:00.000Z', 'America/New_York'), '2026-11-20')
})

test('a local time is found on both sides of a change of clocks', () => {
  assert.equal(
    new Date(instantOf('2026-03-29', '09:00', 'Europe/Berlin')).toISOString().slice(11, 16),
    '07:00',
  )
  assert.equal(
    new Date(instantOf('2026-03-28', '09:00', 'Europe/Berlin')).toISOString().slice(11, 16),
    '08:00',
  )
})

test('business hours skip nights, weekends and the time before opening', () => {
  const hours = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }
  const due = (start: string, amount: number) =>
    addBusinessHours(start, amount, hours, 'Europe/Berlin')

  assert.equal(due('2026-11-20T15:00:00.000Z', 2), '2026-11-23T09:00:00.000Z') // Friday 16:00
  assert.equal(due('2026-11-21T12:00:00.000Z', 8), '2026-11-23T16:00:00.000Z') // Saturday
  assert.equal(due('2026-11-23T05:00:00.000Z', 9), '2026-11-24T09:00:00.000Z')
  assert.equal(
    addBusinessHours('2026-11-23T05:00:00.000Z', 9, { ...hours, days: [] }, 'UTC'),
    undefined,
  )
})
