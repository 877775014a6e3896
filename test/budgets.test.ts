import assert from 'node:assert/strict'
import { test } from 'node:test'
import { report } from './size/budgets.ts'

test('a budget that is kept is a pass, one byte more is a failure that says so', () => {
  const kept = { what: 'client', how: 'vite', bytes: 14_000, limit: 14 }
  const { lines, over } = report([kept, { ...kept, bytes: 14_001 }])

  assert.equal(over, 1)
  assert.match(lines[0] ?? '', /^✔ client \(vite\) +14\.0 of 14 kB$/)
  assert.match(lines[1] ?? '', /^✖ .*14\.0 of 14 kB, 1 bytes too many$/)
})
