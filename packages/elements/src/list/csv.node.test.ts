import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from './csv.ts'
import type { Column } from './list-definition.ts'

interface Notice {
  readonly title: string
  readonly price?: string
  readonly at?: string
}

const columns: readonly Column<Notice>[] = [
  { heading: 'Title', value: ({ title }) => title },
  { heading: 'Price', kind: 'decimal', value: ({ price }) => price },
  { heading: 'Published', kind: 'instant', value: ({ at }) => at },
]
const row = (locale: string, notice: Notice) => csvOf(locale, columns, [notice]).split('\r\n')[1]

test('cells with separators and quotes are quoted', () => {
  assert.equal(row('en', { title: 'Water, "Works"' }), '"Water, ""Works""",,')
})

test('a name that a spreadsheet would run as a formula is made plain', () => {
  const title = '=HYPERLINK("http://evil")'

  assert.equal(row('en', { title }), `"'=HYPERLINK(""http://evil"")",,`)
})

test('where numbers have a decimal comma, cells are parted by semicolons', () => {
  assert.equal(row('de-DE', { title: 'Werk; Süd', price: '-12.50' }), '"Werk; Süd";-12,50;')
})

test('times are written as spreadsheets read them', () => {
  const at = '2026-11-21T10:00:00.000Z'

  const written = row('en', { title: 'Works', at })?.split(',').at(-1) ?? ''
  assert.match(written, /^\d{4}-\d\d-\d\d \d\d:\d\d$/)
  assert.equal(+new Date(written), +new Date(at))
})
