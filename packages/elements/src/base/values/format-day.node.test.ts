import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { dayOf } from './format-day.ts'

/** The end of 19 February in Berlin, as a reader in another zone sees it; a process has one zone. */
const seenIn = (zone: string, instant = '2027-02-19T22:59:59.999Z', vendor = 'Europe/Berlin') => {
  const file = JSON.stringify(new URL('format-day.ts', import.meta.url).href)
  const code = `import { formatDay } from ${file}
    console.log(formatDay('en-GB', '${instant}', '${vendor}' || undefined))`
  const options = { env: { ...process.env, TZ: zone }, encoding: 'utf8' } as const
  return execFileSync(process.execPath, ['--input-type=module', '-e', code], options).trim()
}

test('a day of the vendor is the same day for every reader', () => {
  assert.equal(seenIn('Europe/Berlin'), '19 Feb 2027')
  assert.equal(seenIn('Europe/Paris'), '19 Feb 2027')
  for (const zone of ['Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Europe/London'])
    assert.match(seenIn(zone), /^19 Feb 2027 \(/, zone)
})

test('the reader’s own time stands beside it where the clocks differ, with its day where that differs', () => {
  assert.equal(seenIn('Asia/Tokyo'), '19 Feb 2027 (20 Feb, 07:59 GMT+9)')
  assert.equal(seenIn('Europe/London'), '19 Feb 2027 (22:59 GMT)')
})

test('without a zone, or with one that nobody knows, the reader’s day is shown alone', () => {
  const lastDay = '2027-02-19T22:59:59.999Z'

  assert.equal(seenIn('Asia/Tokyo', lastDay, ''), '20 Feb 2027')
  assert.equal(seenIn('Asia/Tokyo', lastDay, 'Mars/Olympus'), '20 Feb 2027')
  assert.equal(seenIn('Asia/Tokyo', 'soon'), 'soon')
})

test('a day is written as ISO 8601 writes it where a spreadsheet reads it', () => {
  assert.equal(dayOf('2027-02-19T22:59:59.999Z', 'Europe/Berlin'), '2027-02-19')
  assert.equal(dayOf('2027-02-19T22:59:59.999Z', 'Asia/Tokyo'), '2027-02-20')
})
