import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DealInput, DealPatch } from './deal-input.ts'

const refused = (schema: typeof DealInput | typeof DealPatch, value: unknown) => {
  const { error } = schema.safeParse(value)
  return error?.issues.map((issue) => issue.path.join('/'))
}

test('a misspelt field is refused where it stands', () => {
  const { error } = DealInput.safeParse({ customer: { companyNmae: 'Nordwind' } })

  const [issue] = error?.issues ?? []
  assert.deepEqual(issue?.path, ['customer'])
  assert.deepEqual(issue?.code === 'unrecognized_keys' && issue.keys, ['companyNmae'])
})

test('text with NUL, other control characters or half a character is refused', () => {
  for (const companyName of ['a\u0000b', 'a\u001bb', 'a\ud800b', 'x'.repeat(10_000)])
    assert.deepEqual(refused(DealInput, { customer: { companyName } }), ['customer/companyName'])
})

test('markup, right-to-left override and emoji are text', () => {
  for (const companyName of ['<img onerror=alert(1)>', 'a\u202eb', '👩‍🚀 GmbH'])
    assert.equal(refused(DealInput, { customer: { companyName } }), undefined)
})

test('an address with the scheme javascript is refused', () => {
  assert.deepEqual(refused(DealInput, { customer: { website: 'javascript:alert(1)' } }), [
    'customer/website',
  ])
})

test('a patch may empty a field with null, a new registration may not', () => {
  assert.equal(refused(DealPatch, { amount: null }), undefined)
  assert.deepEqual(refused(DealInput, { amount: null }), ['amount'])
})

test('a day that does not exist is refused', () => {
  for (const expectedCloseDate of ['2026-02-30', '2026-99-99', '2100-02-29', '2026-1-1'])
    assert.deepEqual(refused(DealInput, { expectedCloseDate }), ['expectedCloseDate'])
  assert.equal(refused(DealInput, { expectedCloseDate: '2028-02-29' }), undefined)
})

test('a day of the year 0, which databases do not know, is refused', () => {
  assert.deepEqual(refused(DealInput, { expectedCloseDate: '0000-12-31' }), ['expectedCloseDate'])
  assert.equal(refused(DealInput, { expectedCloseDate: '0001-01-01' }), undefined)
})
