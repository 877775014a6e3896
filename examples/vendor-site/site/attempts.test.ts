import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countAttempts } from './attempts.ts'

test('each wrong password after the fourth makes the next attempt wait twice as long', () => {
  let now = 0
  const attempts = countAttempts(() => now)
  const waits: number[] = []
  for (let wrong = 0; wrong < 8; wrong++) {
    now += 60_000
    attempts.fail(wrong % 2 ? 'jo@example.com' : ' JO@example.com')
    waits.push(attempts.wait('jo@example.com'))
  }

  assert.deepEqual(waits, [0, 0, 0, 0, 1, 2, 4, 8])
  assert.equal(attempts.wait('someone.else@example.com'), 0)
})

test('a wait ends, and never lasts longer than a quarter of an hour', () => {
  let now = 0
  const attempts = countAttempts(() => now)
  for (let wrong = 0; wrong < 100; wrong++) attempts.fail('jo@example.com')

  assert.equal(attempts.wait('jo@example.com'), 15 * 60)
  now += 15 * 60_000
  assert.equal(attempts.wait('jo@example.com'), 0)
})

test('who signs in begins anew', () => {
  const attempts = countAttempts(() => 0)
  for (let wrong = 0; wrong < 6; wrong++) attempts.fail('jo@example.com')
  attempts.succeed('jo@example.com')

  assert.equal(attempts.wait('jo@example.com'), 0)
})
