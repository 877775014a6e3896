import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeText, pointsOf, reversalOf, tierOf } from './requests.ts'

function answers(values: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) form.set(name, value)
  return form
}

test('points name the company, and the person and the number only where they are filled in', () => {
  const company = answers({ rule: 'training-day', partnerId: 'partner_1', userId: '', points: '' })
  const person = answers({
    ...{ rule: 'own', partnerId: 'partner_1', userId: 'user_2', points: '-40', text: ' Fair ' },
  })

  assert.deepEqual(pointsOf(company, 'desk-1'), {
    ...{ externalIds: { key: 'desk-1' }, rule: 'training-day', partnerId: 'partner_1' },
  })
  assert.deepEqual(pointsOf(person, 'desk-2'), {
    ...{ externalIds: { key: 'desk-2' }, rule: 'own', partnerId: 'partner_1', userId: 'user_2' },
    ...{ points: -40, text: 'Fair' },
  })
})

test('a reversal and a tier by hand carry the reason as it was written', () => {
  const reason = { code: 'other', text: 'Counted twice' }

  assert.deepEqual(reversalOf(answers({ text: ' Counted twice ' })), { reason })
  assert.deepEqual(tierOf(answers({ tier: 'Gold', text: 'Counted twice' })), {
    tier: 'Gold',
    reason,
  })
})

test('a change of ranks has its sign, and somebody new has none', () => {
  assert.deepEqual([2, -3, 0, undefined].map(changeText), ['+2', '−3', '=', ''])
})
