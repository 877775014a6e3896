import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DealAction } from '../schemas/deals/deal-actions.ts'
import { dealStatuses } from './deal-statuses.ts'
import { dealTransition, dealTransitions, type DealTransition } from './deal-transitions.ts'

const rows: readonly DealTransition[] = dealTransitions

test('an action, a status and an actor lead to at most one row', () => {
  for (const { action } of rows)
    for (const status of dealStatuses)
      for (const actor of ['partner', 'vendor', 'clock'] as const) {
        const found = rows.filter(
          (row) =>
            row.action === action &&
            row.from.includes(status) &&
            [row.actor].flat().includes(actor),
        )
        assert.ok(found.length <= 1, `${action} from ${status} by ${actor}`)
      }
})

test('every action of the table that a caller can send has a schema, and the other way round', () => {
  const sent = DealAction.def.options.map((option) => option.shape.action.def.values[0])
  const listed = rows.filter((row) => row.actor !== 'clock' && row.to !== 'deleted')

  assert.deepEqual(
    new Set<string | undefined>(sent),
    new Set<string | undefined>(listed.map((row) => row.action)),
  )
})

test('every status can be reached', () => {
  const reached = new Set(['draft', ...rows.map((row) => row.to)])

  assert.deepEqual(
    dealStatuses.filter((status) => !reached.has(status)),
    [],
  )
})

test('drafts are the partner’s own: the vendor can do nothing to them', () => {
  assert.deepEqual(
    rows.filter((row) => row.from.includes('draft') && row.actor !== 'partner'),
    [],
  )
})

test('a partner cannot approve', () => {
  assert.equal(dealTransition('approve', 'under_review', 'partner'), undefined)
  assert.equal(dealTransition('approve', 'under_review', 'vendor')?.to, 'approved')
})

test('nothing but its undoing leads out of a withdrawn or closed registration', () => {
  const final = rows.filter((row) => row.from.includes('withdrawn') || row.from.includes('closed'))

  assert.deepEqual(
    final.map(({ action }) => action),
    ['undo'],
  )
})
