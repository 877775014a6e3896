import assert from 'node:assert/strict'
import test from 'node:test'
import { countries } from '../combobox/countries.ts'
import { international } from './calling-codes.ts'
import { dialled, phoneText } from './phone.ts'

const read = (typed: string) => phoneText(undefined).read(typed)

test('a number with its country code is stored as E.164, however it is written', () => {
  for (const typed of ['+49 (0)30 123-456', '0049 30/123456', '+49.30.12 34 56', '+٤٩ ٣٠ ١٢٣٤٥٦']) {
    assert.equal(read(typed), '+4930123456')
  }
})

test('what is no whole number stays as it was typed', () => {
  assert.equal(read('030 123456'), '030 123456')
  assert.equal(read('+49'), '+49')
  assert.equal(read('ask Ada'), 'ask Ada')
  assert.equal(read('  '), undefined)
})

test('a national number gets the code of its country, without the digits dialled before it', () => {
  const whole = (country: string, typed: string) => international(country, dialled(typed))

  assert.equal(whole('DE', '030 123456'), '+4930123456')
  assert.equal(whole('IT', '06 6982'), '+39066982')
  assert.equal(whole('US', '1 (212) 555-0100'), '+12125550100')
  assert.equal(whole('RU', '8 495 123-45-67'), '+74951234567')
  assert.equal(whole('HU', '06 1 234 5678'), '+3612345678')
  assert.equal(whole('CH', '044 668 18 00'), '+41446681800')
  assert.equal(whole('XX', '123456'), undefined)
})

test('every country in the list has a calling code', () => {
  for (const { value } of countries('en')) {
    assert.match(international(value, '123456') ?? value, /^\+\d{7,9}$/)
  }
})

test('the list has every country once, under its name in the language of the reader', () => {
  const english = countries('en')
  const codes = new Set(english.map(({ value }) => value))

  assert.equal(codes.size, english.length)
  // ISO 3166-1 (2026-01) has 249; Kosovo has a code for use by agreement.
  assert.equal(english.length, 250)
  for (const gone of ['DD', 'SU', 'AN', 'EU', 'UN', 'ZZ', 'XA']) assert.ok(!codes.has(gone), gone)
  assert.equal(countries('de').find(({ value }) => value === 'DE')?.label, 'Deutschland')
  assert.equal(countries('ar').find(({ value }) => value === 'DE')?.label, 'ألمانيا')
})

test('the countries stand in the order of the language', () => {
  const labels = countries('de').map(({ label }) => label)

  assert.ok(labels.indexOf('Ägypten') < labels.indexOf('Albanien'))
})
