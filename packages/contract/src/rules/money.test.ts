import assert from 'node:assert/strict'
import { test } from 'node:test'
import { currencyScale, fitsScale } from './currency.ts'
import { multiplyMoney, roundMoney, totalMoney } from './money.ts'

const eur = (amount: string) => ({ amount, currency: 'EUR' })

test('a currency has the minor digits of ISO 4217', () => {
  const scales = ['EUR', 'JPY', 'KWD', 'IQD', 'CLF', 'ISK'].map(currencyScale)

  assert.deepEqual(scales, [2, 0, 3, 3, 4, 0])
})

test('halves are rounded to the even neighbour, on both sides of zero', () => {
  const rounded = ['0.125', '0.135', '-0.125', '-0.135', '0.1251', '2'].map(
    (amount) => roundMoney(eur(amount)).amount,
  )

  assert.deepEqual(rounded, ['0.12', '0.14', '-0.12', '-0.14', '0.13', '2.00'])
})

test('a currency without minor digits has no decimal sign', () => {
  assert.equal(roundMoney({ amount: '1234.5', currency: 'JPY' }).amount, '1234')
})

test('products of large amounts keep every digit', () => {
  assert.equal(
    multiplyMoney(eur('999999999999999.99'), 1_000_000).amount,
    '999999999999999990000.00',
  )
})

test('a line multiplies first and rounds once', () => {
  assert.equal(multiplyMoney(eur('0.0125'), 3).amount, '0.04')
})

test('totals are kept apart by currency, in the order of first appearance', () => {
  const totals = totalMoney([eur('1.10'), { amount: '5', currency: 'JPY' }, eur('2.2')])

  assert.deepEqual(totals, [eur('3.30'), { amount: '5', currency: 'JPY' }])
})

test('an amount with more digits than its currency has does not fit', () => {
  assert.equal(fitsScale(eur('1.234')), false)
  assert.equal(fitsScale({ amount: '1.234', currency: 'KWD' }), true)
})
