import assert from 'node:assert/strict'
import { test } from 'node:test'
import { tripsInARow } from './size/first-key.ts'

test('requests at the same time are one round trip, and each that waits is one more', () => {
  const page = { start: 0, end: 1 }
  const [script, style] = [
    { start: 1, end: 2 },
    { start: 1.1, end: 3 },
  ]
  const late = { start: 2.5, end: 4 }

  assert.equal(tripsInARow([]), 0)
  assert.equal(tripsInARow([page, script, style]), 2)
  assert.equal(tripsInARow([late, style, script, page]), 3)
})
