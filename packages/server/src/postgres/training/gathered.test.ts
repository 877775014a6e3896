import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCourse, aLaunch, anEnrolment } from '../../../test/training-records.ts'
import { gathered } from './gathered.ts'

const begun = { launch: aLaunch(), enrolment: anEnrolment(), course: aCourse() }
const says = (id: string) => ({
  ...{ id, registration: 'r', storedAt: '', timestamp: '', statement: '{}' },
})

test('statements that come while others are kept wait for each other, and for nobody else', async () => {
  const groups: string[][] = []
  const open: (() => void)[] = []
  const keepWhile = gathered(async (claims) => {
    const ids = claims.map(([, { id }]) => id)
    groups.push(ids)
    await new Promise<void>((resolve) => open.push(resolve))
    return new Set(ids.filter((id) => id !== 'late'))
  })
  const first = keepWhile(begun, says('first'))
  await Promise.resolve()
  await Promise.resolve()
  const others = ['second', 'late', 'second'].map((id) => keepWhile(begun, says(id)))
  open.shift()!()

  assert.equal(await first, true)
  await new Promise(setImmediate)
  open.shift()!()
  assert.deepEqual(await Promise.all(others), [true, false, false])
  assert.deepEqual(groups, [['first'], ['second', 'late']])
})

test('a group that fails keeps nothing, and those that come later are kept', async () => {
  let fails = true
  const keepWhile = gathered(async (claims) => {
    if (fails) throw new Error('the connection was lost')
    return new Set(claims.map(([, { id }]) => id))
  })
  const group = ['one', 'two'].map((id) => keepWhile(begun, says(id)))

  assert.deepEqual(await Promise.all(group), [false, false])
  fails = false
  assert.equal(await keepWhile(begun, says('one')), true)
})
