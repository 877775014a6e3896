import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transitionsOf, type Transition } from './transition.ts'

type Status = 'open' | 'solved' | 'closed'
interface CaseTransition extends Transition<Status, 'answered'> {
  readonly clock?: 'stops'
}

const rows: readonly CaseTransition[] = [
  { action: 'solve', actor: 'vendor', from: ['open'], to: 'solved', event: 'case.solved' },
  {
    action: 'close',
    actor: ['partner', 'vendor'],
    from: ['open', 'solved'],
    to: 'closed',
    guards: ['answered'],
    event: 'case.closed',
    clock: 'stops',
  },
  { action: 'forget', actor: 'clock', from: ['closed'], to: 'deleted', event: 'case.deleted' },
]

test('a table of another resource tells the rows for a status and an actor, with all they hold', () => {
  const from = transitionsOf(rows)

  assert.deepEqual(
    from('open', 'vendor').map(({ action }) => action),
    ['solve', 'close'],
  )
  assert.deepEqual(from('solved', 'partner'), [rows[1]])
  assert.equal(from('closed', 'clock')[0]?.to, 'deleted')
  assert.deepEqual(from('closed', 'partner'), [])
})

test('a status that the table does not know does not compile', () => {
  const from = transitionsOf(rows)

  // @ts-expect-error: 'draft' is no status of a case.
  assert.deepEqual(from('draft', 'partner'), [])
})
