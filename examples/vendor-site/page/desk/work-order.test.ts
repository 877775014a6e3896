import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Deal } from '@prmkit/contract'
import { dueFirst, hasWords, isOverdue } from './work-order.ts'

const deal = (more: Partial<Deal>) =>
  ({
    ...{ id: 'd', number: 'QM-1', name: 'Zones', status: 'submitted', partners: [] },
    customer: { companyName: 'Waterworks' },
    ...more,
  }) as unknown as Deal

test('what is due first comes first, and what has no date last', () => {
  const deals = [
    deal({ id: 'none' }),
    deal({ id: 'late', decisionDueAt: '2026-11-27T09:00:00.000Z' }),
    deal({ id: 'soon', decisionDueAt: '2026-11-26T09:00:00.000Z' }),
  ]

  assert.deepEqual(
    dueFirst(deals).map(({ id }) => id),
    ['soon', 'late', 'none'],
  )
})

test('a decision is overdue after its instant, while it is to be made', () => {
  const now = Date.parse('2026-11-27T10:00:00.000Z')
  const decisionDueAt = '2026-11-27T09:00:00.000Z'

  assert.equal(isOverdue(deal({ decisionDueAt }), now), true)
  assert.equal(isOverdue(deal({ decisionDueAt, status: 'approved' }), now), false)
  assert.equal(isOverdue(deal({ decisionDueAt }), now - 7_200_000), false)
})

test('a search finds the partner and the owner too, whatever case and accents', () => {
  const one = deal({
    partners: [{ partnerId: 'p', role: 'owner', name: 'Müller Pumpen' }],
    ownerName: 'Jörg Weiß',
  })

  for (const search of ['muller', 'JORG', 'pumpen qm-1', 'waterworks zones'])
    assert.equal(hasWords(one, search), true, search)
  assert.equal(hasWords(one, 'muller north'), false)
})
