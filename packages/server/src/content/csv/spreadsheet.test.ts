import assert from 'node:assert/strict'
import test from 'node:test'
import { plainKey, plainText, spreadsheetObjection } from './spreadsheet.ts'

test('what a spreadsheet made of a value is told from the value', () => {
  const spoilt: [string[], RegExp][] = [
    [['#N/A', '#REF!', '#NV', '#BEZUG!', '#DIV/0!', '#NAME?', '#ÜBERLAUF!', '#####'], /an error/],
    [['="00123"', '=A1', '=SUM(A1:A3)', '=SUMME(A1)', '=-B2', '= "x"'], /a formula/],
    [['1.23457E+12', '1,23457E+12', '1E+15', '-4.5e-07'], /was rounded/],
  ]
  for (const [cells, reason] of spoilt)
    for (const cell of cells) assert.match(spreadsheetObjection(cell) ?? '', reason, cell)
})

test('values that only look alike stay', () => {
  const honest = [
    '#1 in pumps',
    '#',
    '# N/A',
    '=> see notes',
    '= equal',
    '2E10',
    '1.5E',
    'E+12',
    '12E+5x',
    '1234567890123',
    'N/A',
    '0',
  ]

  for (const cell of honest) assert.equal(spreadsheetObjection(cell), undefined, cell)
})

test('characters that nobody sees go from keys, and from texts those that mean nothing', () => {
  assert.equal(plainKey(' \ufeffp\u00ad1\u200b\u200e '), 'p1')
  assert.equal(plainText('\ufeff می\u200cخواهم \u200b'), 'می\u200cخواهم')
})
