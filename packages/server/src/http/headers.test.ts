import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bestLanguage, languagesOf, revisionsOf } from './headers.ts'

test('a weak mark and several tags are read, anything else matches nothing', () => {
  assert.deepEqual(revisionsOf('"7"'), [7])
  assert.deepEqual(revisionsOf('W/"7"'), [7])
  assert.deepEqual(revisionsOf(' "7" , W/"8"'), [7, 8])
  for (const header of ['7', '"x"', '"-1"', '"7', 'w/"7"', '"1.5"'])
    assert.deepEqual(revisionsOf(header), [])
})

test('no tag and any tag are both no revision', () => {
  for (const header of [null, '', ' ', '*'])
    assert.throws(() => revisionsOf(header), { code: 'revision-missing' })
})

test('languages come by their quality, and nonsense counts for nothing', () => {
  assert.deepEqual(languagesOf('en;q=0.2, de-AT, *;q=0.9, fr;q=0, x y;q=1'), ['de-AT', 'en'])
  assert.deepEqual(languagesOf(null), [])
})

test('the nearest language that is there, else the vendor’s first', () => {
  const labels = { ar: 1, de: 1, 'pt-BR': 1 }
  const best = (...wanted: string[]) => bestLanguage(wanted, labels, ['de', 'ar'])

  assert.equal(best('DE-at'), 'de')
  assert.equal(best('pt'), 'pt-BR')
  assert.equal(best('fr', 'ar-EG'), 'ar')
  assert.equal(best('fr'), 'de')
  assert.equal(best(), 'de')
})
