import assert from 'node:assert/strict'
import test from 'node:test'
import { plainKey, plainText, spreadsheetObjection } from './spreadsheet.ts'

test('what a spreadsheet made of a value is told from the value', () => {
  const spoilt: [string[], RegExp][] = [
    [['#N/A', '#REF!', '#NV', '#BEZUG!', '#DIV/0!', '#NAME?', '#ÜBERLAUF!', '#####'], /an error/],
    [['#N/A N/A', '#Н/Д', '#NB', '#BRAK', '#I/T', '#YOK', '#NENÍ_K_DISPOZICI'], /an error/],
    [
      ['#ЗНАЧ!', '#ДЕЛ/0!', '#名前?', '#DEĞER!', 'Err:502', 'Fehler:508', 'Erreur :504'],
      /an error/,
    ],
    [['="00123"', '=A1', '=SUM(A1:A3)', '=SUMME(A1)', '=-B2', '= "x"', '= A1'], /a formula/],
    [["='Sheet 1'!A1", '=Sheet1!A1', '=[1]Sheet!A1', '=sum(a1)', '={1,2}', '=TRUE'], /a formula/],
    [['=.5', '=#REF!', '=@A1', '=Tabelle1[Name]', "=cmd|' /C calc'!A0"], /a formula/],
    [['1.23457E+12', '1,23457E+12', '1E+15', '-4.5e-07', '1,2E12', '+1.2E+5'], /was rounded/],
    [['12.3E+5', '1.5e-7', '−1.2E−05', '1٫23457E+12'], /was rounded/],
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
    '1.5E10',
    '#NEW',
    '#vanlife!',
    'Error: none',
    'Room:502',
    '+49 40 1234',
    '@jo',
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
  for (const code of [0x115f, 0x3164, 0x034f, 0xfe0f, 0xffa0, 0x2800, 0xe0100, 0x202e, 0x2066])
    assert.equal(plainKey(`p${String.fromCodePoint(code)}1`), 'p1', code.toString(16))
  assert.equal(plainText('\ufeff می\u200cخواهم \u200b'), 'می\u200cخواهم')
})
