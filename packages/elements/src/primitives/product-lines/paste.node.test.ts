import assert from 'node:assert/strict'
import test from 'node:test'
import { lineErrors, sentLines } from './lines.ts'
import { lineTotals } from './line-amount.ts'
import { cellsOf, matchProducts, readRows } from './paste.ts'

const texts = (rows: ReturnType<typeof readRows>) =>
  rows.map(({ productId, quantity, unitPrice }) => [
    typeof productId === 'object' ? productId.text : productId,
    quantity,
    unitPrice?.amount,
    unitPrice?.currency,
  ])

test('cells keep the tabs, quotes and line ends that a spreadsheet put between quotes', () => {
  assert.deepEqual(cellsOf('a\t"b ""c""\td"\t"e\nf"\r\n\r\ng\t\th'), [
    ['a', 'b "c" d', 'e f'],
    ['g', '', 'h'],
  ])
})

test('rows are read in the separators and digits of the reader', () => {
  assert.deepEqual(texts(readRows('en', 'RF-400\t1,200\t1,190.50', ['EUR'])), [
    ['RF-400', 1200, '1190.50', 'EUR'],
  ])
  assert.deepEqual(texts(readRows('de', 'RF-400\t1.200\t1.190,50', ['EUR'])), [
    ['RF-400', 1200, '1190.50', 'EUR'],
  ])
  assert.deepEqual(texts(readRows('ar-EG', 'موجّه\t١٢\t٧٩٫٥', ['SAR'])), [
    ['موجّه', 12, '79.5', 'SAR'],
  ])
})

test('a table from elsewhere is read as it was written, whatever the reader’s separators', () => {
  const german = 'Artikel\tMenge\tPreis\nA\t1.200\t289,00 €\nB\t3\t1.480\n'
  assert.deepEqual(texts(readRows('en', german, ['EUR'])), [
    ['A', 1200, '289.00', 'EUR'],
    ['B', 3, '1480', 'EUR'],
  ])
  assert.deepEqual(texts(readRows('de', 'A\t1,200\t289.50\nB\t3\t1,480', ['EUR'])), [
    ['A', 1200, '289.50', 'EUR'],
    ['B', 3, '1480', 'EUR'],
  ])
})

test('an article number may be digits, and a name may stand beside it', () => {
  assert.deepEqual(texts(readRows('en', '10045\tRidge Firewall 400\t3\t99', ['EUR'])), [
    ['10045', 3, '99', 'EUR'],
  ])
})

test('a price names its own currency by code or sign', () => {
  assert.deepEqual(texts(readRows('en', 'A\t1\t5.00 USD\nB\t1\t€7', ['EUR', 'USD'])), [
    ['A', 1, '5.00', 'USD'],
    ['B', 1, '7', 'EUR'],
  ])
  assert.deepEqual(texts(readRows('en', 'A\t1\t$5.00', ['EUR', 'USD'])), [['A', 1, '5.00', 'USD']])
})

test('a heading row is left out, a list of names alone is kept', () => {
  assert.equal(readRows('en', 'Product\tQty\nA\t2', ['EUR']).length, 1)
  assert.deepEqual(texts(readRows('en', 'A\nB', ['EUR'])), [
    ['A', 1, undefined, undefined],
    ['B', 1, undefined, undefined],
  ])
})

test('a quantity that is no number stays as it was typed', () => {
  assert.deepEqual(texts(readRows('en', 'A\t12 pcs\nB\t2', ['EUR'])), [
    ['A', '12 pcs', undefined, undefined],
    ['B', 2, undefined, undefined],
  ])
})

test('a search that fails leaves its rows unmatched and the others found', async () => {
  const found = new Map<string, string | undefined>()
  const search = async (text: string) => {
    if (text === 'broken') throw new Error('offline')
    return [{ value: `id-${text}`, label: text }]
  }

  await matchProducts(['A', 'broken', 'A', 'B'], search, (text, one) => found.set(text, one?.value))

  assert.deepEqual(
    [...found],
    [
      ['A', 'id-A'],
      ['broken', undefined],
      ['B', 'id-B'],
    ],
  )
})

test('errors name the cell, and blank lines at the end are none', () => {
  const price = (amount: string) => ({ amount, currency: 'EUR' })
  const errors = lineErrors('/lines', [
    { productId: 'p1', quantity: 1, unitPrice: price('1.00') },
    { productId: { text: 'x' }, quantity: 0 },
    { quantity: 1.5, unitPrice: price('1.005') },
    { productId: 'p1', quantity: 'two' },
    { productId: 'p1', quantity: 2_000_000 },
    { quantity: 1 },
  ])

  assert.deepEqual(
    errors.map(({ pointer, code }) => [pointer, code]),
    [
      ['/lines/1/productId', 'not-an-option'],
      ['/lines/1/quantity', 'too-small'],
      ['/lines/2/productId', 'required'],
      ['/lines/2/quantity', 'invalid-format'],
      ['/lines/2/unitPrice', 'invalid-format'],
      ['/lines/3/quantity', 'invalid-type'],
      ['/lines/4/quantity', 'too-big'],
    ],
  )
})

test('a request gets what the contract knows and nothing else', () => {
  assert.deepEqual(
    sentLines([
      {
        productId: 'p1',
        name: 'A',
        sku: 'S',
        quantity: 2,
        unitPrice: { amount: '', currency: 'EUR' },
      },
      { quantity: 1 },
    ]),
    [{ productId: 'p1', quantity: 2 }],
  )
  assert.equal(sentLines([{ quantity: 1 }]), undefined)
  assert.equal(sentLines('nonsense'), undefined)
})

test('totals leave out lines that cannot be counted', () => {
  const unitPrice = { amount: '0.10', currency: 'EUR' }

  assert.deepEqual(lineTotals([{ quantity: 3, unitPrice }, { quantity: 'x', unitPrice }, {}]), [
    { amount: '0.30', currency: 'EUR' },
  ])
})
