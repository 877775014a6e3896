import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WebUrl } from './common-input.ts'
import { CivilDate, Instant, WebLink } from './common.ts'

interface Schema {
  safeParse(value: unknown): { success: boolean }
}

const fits = (schema: Schema, value: unknown) => schema.safeParse(value).success

/** Every day of a year in the proleptic Gregorian calendar, as `Date` counts it. */
function daysOf(year: number): Set<string> {
  const day = new Date(0)
  day.setUTCFullYear(year, 0, 1)
  const days = new Set<string>()
  for (; day.getUTCFullYear() === year; day.setUTCDate(day.getUTCDate() + 1))
    days.add(day.toISOString().slice(0, 10))
  return days
}

const two = (number: number) => String(number).padStart(2, '0')

for (const year of [1, 1900, 2000, 2023, 2024, 2100, 2400, 9999])
  test(`the days of the year ${year} are the civil dates of that year`, () => {
    const days = daysOf(year)
    const start = String(year).padStart(4, '0')

    for (let month = 0; month <= 13; month += 1)
      for (let date = 0; date <= 32; date += 1) {
        const text = `${start}-${two(month)}-${two(date)}`
        assert.equal(fits(CivilDate, text), days.has(text), text)
        assert.equal(fits(Instant, `${text}T00:00:00.000Z`), days.has(text), text)
      }
  })

test('a civil date has a year other than 0 and nothing around it', () => {
  for (const text of [
    '0000-01-01',
    '2026-1-1',
    '26-11-27',
    ' 2026-11-27',
    '2026-11-27\n',
    20261127,
  ])
    assert.equal(fits(CivilDate, text), false, String(text))
})

test('an instant has milliseconds and stands in UTC', () => {
  for (const time of ['09:30:00.000Z', '00:00:00.000Z', '23:59:59.999Z'])
    assert.equal(fits(Instant, `2026-11-27T${time}`), true, time)
  for (const time of [
    '24:00:00.000Z',
    '09:60:00.000Z',
    '09:30:60.000Z',
    '09:30:00Z',
    '09:30:00.00Z',
    '09:30:00.0000Z',
    '09:30:00.000',
    '09:30:00.000z',
    '09:30:00.000+01:00',
  ])
    assert.equal(fits(Instant, `2026-11-27T${time}`), false, time)
})

test('a link leads to the web, in a request to a host too', () => {
  for (const address of ['https://example.com/a?b#c', 'HTTP://example.com']) {
    assert.equal(fits(WebLink, address), true, address)
    assert.equal(fits(WebUrl, address), true, address)
  }
  for (const address of ['javascript:alert(1)', '/a', '//example.com', 'httpx://example.com', '']) {
    assert.equal(fits(WebLink, address), false, address)
    assert.equal(fits(WebUrl, address), false, address)
  }
  assert.equal(fits(WebUrl, 'https://'), false)
  assert.equal(fits(WebLink, `https://example.com/${'a'.repeat(2000)}`), false)
})
