import assert from 'node:assert/strict'
import test from 'node:test'
import { exactChoice, filterChoices } from './matching.ts'

const choices = [
  { value: 'a', label: 'South Iceland' },
  { value: 'b', label: 'Île de Ré', detail: 'FR-17' },
  { value: 'c', label: 'Iceland' },
]
const values = (text: string) => filterChoices(choices, text).map(({ value }) => value)

test('entries that begin with the text come first', () => {
  assert.deepEqual(values('ice'), ['c', 'a'])
})

test('accents and case do not matter, and the detail counts', () => {
  assert.deepEqual(values('ILE'), ['b'])
  assert.deepEqual(values('fr-17'), ['b'])
  assert.deepEqual(values(' '), ['a', 'b', 'c'])
})

test('a text names an entry only when no other has the same name', () => {
  assert.equal(exactChoice(choices, 'iceland ')?.value, 'c')
  assert.equal(exactChoice(choices, 'ice'), undefined)
  assert.equal(exactChoice([...choices, { value: 'd', label: 'Iceland' }], 'iceland'), undefined)
})
