import assert from 'node:assert/strict'
import { test } from 'node:test'
import { backoff } from './pause.ts'

test('back-off doubles, takes its full range and has a ceiling', (t) => {
  const random = t.mock.method(Math, 'random', () => 1)
  assert.deepEqual([1, 2, 3, 20].map(backoff), [500, 1000, 2000, 10_000])

  random.mock.mockImplementation(() => 0)
  assert.equal(backoff(3), 0)
})
