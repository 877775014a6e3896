import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Deal } from '@prmkit/contract'
import { translator } from '../../base/localize.ts'
import { messages } from '../../locales/deal-list/en.ts'
import { csvOf } from './csv.ts'

const t = translator<typeof messages>((key) => messages[key as keyof typeof messages], 'en')
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
  const [, row] = csvOf(t, [deal('Water "Works"')], () => 'Pilot').split('\r\n')

  assert.match(row ?? '', /^D-1,"Water ""Works""","Zones, north",Approved,Pilot,,-12.50,EUR,/)
})

test('a name that a spreadsheet would run as a formula is made plain', () => {
  const [, row] = csvOf(t, [deal('=HYPERLINK("http://evil")')], () => undefined).split('\r\n')

  assert.ok(row?.includes(`"'=HYPERLINK(""http://evil"")"`), row)
})
