import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Deal } from '@prmkit/contract'
import { translator } from '../../../base/localize.ts'
import type { Messages } from '../../../base/messages.ts'
import { csvOf } from '../../../list/csv.ts'
import type { DealListMessages } from '../../../locales/deal-list/catalog.ts'
import { messages as list } from '../../../locales/deal-list/en.ts'
import { messages as later } from '../../../locales/deal-list-later/en.ts'
import { columns } from './deal-columns.ts'

const messages: Messages = { ...list, ...later }
const t = translator<DealListMessages>((key) => messages[key], 'en')
const csv = (deals: readonly Deal[]) =>
  csvOf('en', columns({ t, discovery: undefined }), deals).split('\r\n')

test('every column has a head', () => {
  const [heads = ''] = csv([])

  assert.match(heads, /,Deal value,Currency,Expected close date,/)
  assert.ok(heads.split(',').every(Boolean), heads)
})

test('a registration fills the columns that it has values for', () => {
  const deal = {
    number: 'D-1',
    name: 'Zones, north',
    status: 'approved',
    stage: 'Pilot',
    customer: { companyName: 'Waterworks' },
    amount: { amount: '-12.50', currency: 'EUR' },
  } as Deal

  assert.match(csv([deal])[1] ?? '', /^D-1,Waterworks,"Zones, north",Approved,Pilot,,-12.50,EUR,/)
})
