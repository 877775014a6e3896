import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Deal } from '@prmkit/contract'
import { translator } from '../base/localize.ts'
import type { Messages } from '../base/messages.ts'
import type { DealListMessages } from '../locales/deal-list/catalog.ts'
import { messages as list } from '../locales/deal-list/en.ts'
import { messages as later } from '../locales/deal-list-later/en.ts'
import { csvOf } from './csv.ts'

const messages: Messages = { ...list, ...later }
const t = translator<DealListMessages>((key) => messages[key], 'en')
const deal = (companyName: string): Deal =>
  ({
    number: 'D-1',
    name: 'Zones, north',
    status: 'approved',
    customer: { companyName },
    amount: { amount: '-12.50', currency: 'EUR' },
    createdAt: '2026-11-21T10:00:00.000Z',
  }) as Deal

test('cells with separators and quotes are quoted', () => {
  const [, row] = csvOf(t, 'en', [deal('Water "Works"')], () => 'Pilot').split('\r\n')

  assert.match(row ?? '', /^D-1,"Water ""Works""","Zones, north",Approved,Pilot,,-12.50,EUR,/)
})

test('a name that a spreadsheet would run as a formula is made plain', () => {
  const [, row] = csvOf(t, 'en', [deal('=HYPERLINK("http://evil")')], () => undefined).split('\r\n')

  assert.ok(row?.includes(`"'=HYPERLINK(""http://evil"")"`), row)
})

test('every column has a head', () => {
  const [heads] = csvOf(t, 'en', [], () => undefined).split('\r\n')

  assert.match(heads ?? '', /,Value,Currency,Expected close,/)
  assert.ok(heads?.split(',').every(Boolean), heads)
})

test('where numbers have a decimal comma, cells are parted by semicolons', () => {
  const [, row] = csvOf(t, 'de-DE', [deal('Werk; Süd')], () => undefined).split('\r\n')

  assert.match(row ?? '', /^D-1;"Werk; Süd";Zones, north;Approved;;;-12,50;EUR;/)
})

test('times are written as spreadsheets read them', () => {
  const [, row] = csvOf(t, 'en', [deal('Works')], () => undefined).split('\r\n')
  const local = new Date('2026-11-21T10:00:00.000Z')

  const written = /,(\d{4}-\d\d-\d\d \d\d:\d\d),/.exec(row ?? '')?.[1] ?? ''
  assert.equal(+new Date(written), +local)
})
