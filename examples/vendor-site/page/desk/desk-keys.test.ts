import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signOf } from './desk-keys.ts'

test('keys go by their sign, and by their place where the keyboard has other letters', () => {
  assert.equal(signOf({ key: 'j', code: 'KeyJ' }), 'j')
  assert.equal(signOf({ key: 'ت', code: 'KeyJ' }), 'j')
  assert.equal(signOf({ key: 'ظ', code: 'Slash' }), '/')
  // On a French keyboard the A is where others have the Q.
  assert.equal(signOf({ key: 'a', code: 'KeyQ' }), 'a')
  assert.equal(signOf({ key: 'q', code: 'KeyA' }), 'q')
  assert.equal(signOf({ key: 'ArrowDown', code: 'ArrowDown' }), 'ArrowDown')
})
