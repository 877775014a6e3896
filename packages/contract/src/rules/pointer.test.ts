import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pointerTo } from './pointer-to.ts'
import { isCovered, setValueAt, valueAt } from './pointer.ts'

test('a pointer finds a value through objects and lists', () => {
  const deal = { lines: [{ productId: 'p1' }], custom: { 'a/b': 1, 'm~n': 2 } }

  assert.equal(valueAt(deal, '/lines/0/productId'), 'p1')
  assert.equal(valueAt(deal, '/custom/a~1b'), 1)
  assert.equal(valueAt(deal, '/custom/m~0n'), 2)
  assert.equal(valueAt(deal, '/customer/name'), undefined)
})

test('a pointer leads where its steps do', () => {
  const deal = { custom: { 'a/b~1': ['x', 'y'] } }
  const pointer = pointerTo(['custom', 'a/b~1', 1])

  assert.equal(pointer, '/custom/a~1b~01/1')
  assert.equal(valueAt(deal, pointer), 'y')
  assert.equal(pointerTo([]), '')
})

test('the empty pointer names the whole', () => {
  const deal = {}

  assert.equal(valueAt(deal, ''), deal)
})

test('inherited properties do not exist', () => {
  assert.equal(valueAt({}, '/toString'), undefined)
  assert.equal(valueAt({}, '/__proto__/toString'), undefined)
})

test('setting a value makes the objects on its way', () => {
  const values = {}

  setValueAt(values, '/customer/companyName', 'Nordwind')

  assert.deepEqual(values, { customer: { companyName: 'Nordwind' } })
})

test('setting undefined takes a value away and makes nothing', () => {
  const values = { customer: { city: 'Ulm' } }

  setValueAt(values, '/customer/city', undefined)
  setValueAt(values, '/contact/email', undefined)

  assert.deepEqual(values, { customer: {} })
})

test('no pointer reaches a prototype', () => {
  setValueAt({}, '/__proto__/polluted', true)
  setValueAt({}, '/constructor/prototype/polluted', true)

  assert.equal(({} as Record<string, unknown>)['polluted'], undefined)
})

test('a pointer covers what lies below it and nothing beside it', () => {
  assert.equal(isCovered('/customer/city', ['/customer']), true)
  assert.equal(isCovered('/customerName', ['/customer']), false)
  assert.equal(isCovered('/customer', ['/customer/city']), false)
})
