import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatNumber } from './format.ts'
import { parseNumber } from './parse.ts'

const cases: [locale: string, typed: string, meant: string | undefined][] = [
  ['en', '1,234.50', '1234.50'],
  ['en', '1,234', '1234'],
  ['en', '1,5', '1.5'],
  ['en', '1.234', '1.234'],
  ['de', '1.234,50', '1234.50'],
  ['de', '1.234', '1234'],
  ['de', '1.5', '1.5'],
  ['de', '0.125', '0.125'],
  ['de', '1,234', '1.234'],
  ['de', '1.234.567', '1234567'],
  ['de', '€ 99,-', undefined],
  ['de', '99 €', '99'],
  ['de-CH', "1'234.50", '1234.50'],
  ['de-CH', '1’234.50', '1234.50'],
  ['fr', '1\u202f234,50', '1234.50'],
  ['en-IN', '12,34,567.5', '1234567.5'],
  ['ar-EG', '١٬٢٣٤٫٥٠', '1234.50'],
  ['ar-EG', '۱۲۳', '123'],
  ['hi', '१२३', '123'],
  ['en', '１２', '12'],
  ['en', '-5', '-5'],
  ['en', '−5', '-5'],
  ['en', '\u200f12\u200e', '12'],
  ['en', '007', '7'],
  ['en', '.5', '0.5'],
  ['en', '', undefined],
  ['en', '12abc', undefined],
  ['en', '1e5', undefined],
  ['en', '1,23,4.5.6', undefined],
  ['en', '1.234,567.8', undefined],
  ['en', '12,34', '12.34'],
  ['en', '--5', undefined],
  ['en', 'NaN', undefined],
  ['en', '123456789012345678901234567890.12', '123456789012345678901234567890.12'],
]

for (const [locale, typed, meant] of cases) {
  test(`${JSON.stringify(typed)} typed in ${locale} is ${meant ?? 'no number'}`, () => {
    assert.equal(parseNumber(locale, typed), meant)
  })
}

test('every locale reads back what it writes', () => {
  for (const locale of [
    'en',
    'de',
    'fr',
    'ar',
    'ar-EG',
    'fa',
    'hi-u-nu-deva',
    'de-CH',
    'pt-PT',
    'sv',
  ]) {
    for (const amount of ['0.5', '12', '1234.5', '98765432.25', '-1234.75']) {
      const written = formatNumber(locale, amount, { minimumFractionDigits: 2 })
      assert.equal(Number(parseNumber(locale, written)), Number(amount), `${locale}: ${written}`)
    }
  }
})
