import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { clockTime } from './asset-rail.ts'

describe('the length of a film', () => {
  test('never shows sixty seconds, and no second that has not passed', () => {
    assert.deepEqual([0.4, 5.9, 59.7, 119.6, 125, 3600].map(clockTime), [
      ...['0:00', '0:05', '0:59', '1:59', '2:05', '60:00'],
    ])
  })
})
