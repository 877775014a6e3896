import assert from 'node:assert/strict'
import { test } from 'node:test'
import { driftWords } from './drift-words.ts'
import { CivilDate, Currency, Instant, Money } from './schemas/common.ts'
import { DealStatus } from './schemas/deals/deals.ts'

interface Schema {
  safeParse(value: unknown): { error?: { issues: readonly object[] } | undefined }
}

const wordsFor = (schema: Schema, value: unknown) => {
  const [issue] = schema.safeParse(value).error?.issues ?? []
  return driftWords(issue as never, value)
}

test('a drift says the value, the form and an example', () => {
  assert.equal(
    wordsFor(Instant, '2026-11-27'),
    'it is "2026-11-27", expected an instant in UTC with milliseconds such as "2026-11-27T09:30:00.000Z"',
  )
  assert.equal(
    wordsFor(CivilDate, '27.11.2026'),
    'it is "27.11.2026", expected a civil date such as "2026-11-27"',
  )
  assert.equal(
    wordsFor(Currency, 'euro'),
    'it is "euro", expected a currency of ISO 4217 such as "EUR"',
  )
  assert.match(
    wordsFor(Money.shape.amount, '12,50'),
    /^it is "12,50", expected a decimal number as text such as "1234.50"$/,
  )
})

test('a missing or mistyped value is shown beside the type that was expected', () => {
  assert.equal(wordsFor(Currency, undefined), 'it is nothing, expected string such as "text"')
  assert.equal(wordsFor(Currency, 42), 'it is 42, expected string such as "text"')
})

test('an enum names its values, and a long value is cut', () => {
  assert.match(
    wordsFor(DealStatus, 'lost'),
    /^it is "lost", expected one of "draft", "submitted", /,
  )
  assert.match(wordsFor(Currency, 'x'.repeat(500)), /^it is "x{79}…, expected/)
})
