import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, endOfDay } from '../shared/zones.ts'
import { boundsOf, localInstant, periodOn, periodsAt, previousOf } from './periods.ts'

// Clocks change at one, two or three o'clock, or at midnight, which some days then begin without.
const zones = [
  ...['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'],
  ...['Africa/Cairo', 'America/Santiago', 'America/Havana', 'Asia/Kathmandu'],
]
const board = { periods: ['month' as const, 'quarter' as const, 'year' as const] }

test('a month in which clocks change ends with its last day in the zone', () => {
  assert.deepEqual(boundsOf('month:2026-03', 'Europe/Berlin'), {
    from: '2026-02-28T23:00:00.000Z',
    until: '2026-03-31T21:59:59.999Z',
  })
  assert.deepEqual(boundsOf('month:2026-10', 'Europe/Berlin'), {
    from: '2026-09-30T22:00:00.000Z',
    until: '2026-10-31T22:59:59.999Z',
  })
})

for (const zone of zones)
  test(`every instant of a year lies in one period of each kind in ${zone}`, () => {
    for (const kind of board.periods)
      for (let day = '2026-01-15'; day < '2027-01-15'; day = addDays(day, 31)) {
        const period = periodOn(kind, day)
        const { from = '', until = '' } = boundsOf(period, zone)
        const before = boundsOf(previousOf(period)!, zone).until ?? ''
        assert.equal(Date.parse(before) + 1, Date.parse(from))
        for (const at of [from, until]) assert.ok(periodsAt(board, at, zone).includes(period), at)
        assert.ok(!periodsAt(board, before, zone).includes(period))
      }
  })

for (const zone of zones)
  test(`each day follows the one before without a gap in ${zone}`, () => {
    for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
      const next = localInstant(addDays(day, 1), '00:00:00', zone)
      assert.equal(Date.parse(endOfDay(day, zone)) + 1, Date.parse(next), day)
    }
  })

test('a contest counts to the end of its last day, on which clocks change at midnight', () => {
  const contest = {
    from: localInstant('2026-04-24', '00:00:00', 'Africa/Cairo'),
    until: endOfDay('2026-04-24', 'Africa/Cairo'),
    prizes: [],
  }
  const isIn = (at: string) => periodsAt({ periods: [], contest }, at, 'Africa/Cairo').length === 1

  assert.deepEqual(
    [contest.from, contest.until],
    ['2026-04-23T22:00:00.000Z', '2026-04-24T20:59:59.999Z'],
  )
  assert.deepEqual(
    ['2026-04-23T21:59:59.999Z', contest.from, contest.until, '2026-04-24T21:00:00.000Z'].map(isIn),
    [false, true, true, false],
  )
})
