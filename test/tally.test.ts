import assert from 'node:assert/strict'
import { test } from 'node:test'
import { closingLine, readClosingLine, sum, tallyOf } from './tally.ts'

test('the closing line names skips only when there are any', () => {
  assert.equal(closingLine({ passed: 3, failed: 0, skipped: 0 }), '3 passed, 0 failed')
  assert.equal(closingLine({ passed: 3, failed: 1, skipped: 2 }), '3 passed, 1 failed, 2 skipped')
})

test('the last closing line of an output counts', () => {
  const output = 'noise\n1 passed, 0 failed\nmore\n7 passed, 2 failed, 1 skipped\n\n'

  assert.deepEqual(readClosingLine(output), { passed: 7, failed: 2, skipped: 1 })
})

test('a check without a line counts as one, by its exit code', () => {
  assert.deepEqual(tallyOf('all good', 0), { passed: 1, failed: 0, skipped: 0 })
  assert.deepEqual(tallyOf('bad', 2), { passed: 0, failed: 1, skipped: 0 })
})

test('a runner that exits badly or ran nothing has failed', () => {
  assert.equal(tallyOf('5 passed, 0 failed', 1).failed, 1)
  assert.equal(tallyOf('0 passed, 0 failed', 0).failed, 1)
  assert.equal(tallyOf('5 passed, 2 failed', 1).failed, 2)
})

test('sums add up over runners', () => {
  const one = { passed: 1, failed: 2, skipped: 3 }

  assert.deepEqual(sum([one, one]), { passed: 2, failed: 4, skipped: 6 })
})
