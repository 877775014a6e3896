import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ProblemError } from '../../problem.ts'
import { translateError } from './errors.ts'

const refusal = (code: string) =>
  new Error('Failed query: insert … params: Ada', {
    cause: Object.assign(new Error('could not extend file'), { code }),
  })

test('a database that can write nothing is not available, and no fault of the request', () => {
  for (const code of ['53100', '53200', '25006', '57P01', '08006']) {
    const problem = translateError(refusal(code))

    assert.ok(problem instanceof ProblemError, code)
    assert.equal(problem.code, 'unavailable')
  }
})

test('what the database refuses is told without what people wrote', () => {
  const error = translateError(refusal('23505')) as Error

  assert.match(error.message, /could not extend file.*23505/)
  assert.doesNotMatch(error.message, /Ada/)
})
