import assert from 'node:assert/strict'
import test from 'node:test'
import { Dates } from './dates.ts'

const dates = new Dates('2026-03-27T23:30:00.000Z', 'Europe/Berlin')

test('today is the vendor’s, and days are counted from it', () => {
  assert.equal(dates.date('today'), '2026-03-28')
  assert.equal(dates.date('today+30'), '2026-04-27')
  assert.equal(dates.date('today-12d'), '2026-03-16')
  assert.equal(dates.date('Today+2w'), '2026-04-11')
})

test('a day that does not exist is no date, and slashes could mean two', () => {
  assert.equal(dates.date('31.3.2026'), '2026-03-31')
  for (const text of ['2026-02-30', '30.2.2026', '03/04/2026', '2026-3-1', 'today+', '0001-01-01'])
    assert.equal(dates.date(text), undefined, text)
})

test('local times follow the vendor’s clocks, also on the day they change', () => {
  assert.equal(dates.instant('2026-03-27 14:05'), '2026-03-27T13:05:00.000Z')
  assert.equal(dates.instant('2026-03-29 01:30'), '2026-03-29T00:30:00.000Z')
  assert.equal(dates.instant('2026-03-29 14:05'), '2026-03-29T12:05:00.000Z')
  assert.equal(dates.instant('today-1 9:00'), '2026-03-27T08:00:00.000Z')
  assert.equal(dates.instant('2026-07-01'), '2026-06-30T22:00:00.000Z')
})

test('an offset is obeyed', () => {
  assert.equal(dates.instant('2026-03-27T14:05:00+04:00'), '2026-03-27T10:05:00.000Z')
  assert.equal(dates.instant('2026-03-27 14:05Z'), '2026-03-27T14:05:00.000Z')
  for (const text of ['2026-03-27 25:00', '2026-02-30T10:00:00Z', 'noon', '14:05'])
    assert.equal(dates.instant(text), undefined, text)
})

test('a protection lasts until the last millisecond of its day', () => {
  assert.equal(dates.endOf('2026-03-29'), '2026-03-29T21:59:59.999Z')
})
