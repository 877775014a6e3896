import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from './csv.ts'

test('a spreadsheet gets quoted cells and no formula', () => {
  const text = csvOf([
    ['Asset', 'Views'],
    ['Leak "loud", part 1', '3'],
    ['=HYPERLINK("x")', '0'],
  ])

  assert.equal(
    text,
    '\ufeffAsset,Views\r\n"Leak ""loud"", part 1",3\r\n"\'=HYPERLINK(""x"")",0\r\n',
  )
})
