import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mockTimers } from '../test/mock-timers.ts'

let left: Parameters<typeof clearTimeout>[0]

test('a test leaves a timer behind', (t) => {
  mockTimers(t, { apis: ['setTimeout'] })
  left = setTimeout(assert.fail, 1000)
})

test('a timer of an earlier test is not taken for one of this', (t) => {
  mockTimers(t, { apis: ['setTimeout'] })
  let fired = 0
  setTimeout(() => (fired += 1), 1000)

  clearTimeout(left)
  t.mock.timers.tick(1000)

  assert.equal(fired, 1)
})

test('a timer of this test is cleared', (t) => {
  mockTimers(t, { apis: ['setTimeout'] })

  clearTimeout(setTimeout(assert.fail, 1000))

  t.mock.timers.tick(1000)
})
