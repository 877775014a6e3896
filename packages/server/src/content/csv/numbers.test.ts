import assert from 'node:assert/strict'
import test from 'node:test'
import { numberForm, parseDecimal } from './numbers.ts'

test('without a stated form only 1234.50 is a number', () => {
  assert.equal(parseDecimal('1234.50', {}), '1234.50')
  assert.equal(parseDecimal('-0012', {}), '-12')
  for (const text of ['1,234.50', '1234,50', '12,5x', '1e3', '.5', '5.', '', '١٢', '0x10', 'NaN'])
    assert.equal(parseDecimal(text, {}), undefined, text)
})

test('a stated form is understood with and without groups', () => {
  const german = numberForm('1.234,50')!
  assert.equal(parseDecimal('1.234,50', german), '1234.50')
  assert.equal(parseDecimal('1234567,5', german), '1234567.5')
  assert.equal(parseDecimal('-12.345', german), '-12345')
  const swiss = numberForm('1’234.50')!
  assert.equal(parseDecimal("1'234'567.05", swiss), '1234567.05')
  const french = numberForm('1 234,50')!
  assert.equal(parseDecimal('12\u202f345,60', french), '12345.60')
})

test('what could mean two numbers in a stated form is none', () => {
  const german = numberForm('1.234,50')!
  assert.equal(parseDecimal('1234.50', german), '1234.50')
  for (const text of ['1.23,4', '12.34.567,00', '1,234.50', '1,2,3', '1.2345'])
    assert.equal(parseDecimal(text, german), undefined, text)
})

test('only the example number states a form', () => {
  for (const example of ['1.234.50', '1234', 'comma', '1,234,50'])
    assert.equal(numberForm(example), undefined, example)
})
