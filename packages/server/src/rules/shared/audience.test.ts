import assert from 'node:assert/strict'
import test from 'node:test'
import type { Audience, Role } from '@prmkit/contract'
import { isInAudience, readerOf, readerPartnerIds, type PartnerFacts } from './audience.ts'
import type { Scope } from './visibility.ts'

const north: PartnerFacts = { id: 'north', kind: 'reseller', tier: 'Gold', region: 'EMEA' }
const south: PartnerFacts = { id: 'south', kind: 'agency', tier: 'Silver' }
const hub: PartnerFacts = { id: 'hub', kind: 'distributor' }
const partners = [north, south, hub]

const reader = (scope: Scope, role: Role = 'partner_seller') => {
  const side = role === 'vendor_manager' ? 'vendor' : 'partner'
  return readerOf({ scope, side, role }, partners)
}
const at = (partnerId: string): Scope => ({ kind: 'partner', partnerId })

const readers = {
  all: reader({ kind: 'all' }, 'vendor_manager'),
  portfolio: reader({ kind: 'portfolio', partnerIds: ['south', 'hub'] }, 'vendor_manager'),
  'an empty portfolio': reader({ kind: 'portfolio', partnerIds: [] }, 'vendor_manager'),
  'a seller at north': reader(at('north')),
  'an admin at north': reader(at('north'), 'partner_admin'),
  'a seller at south': reader(at('south')),
  'a seller at hub': reader(at('hub')),
  'a seller of a partner that is gone': reader(at('gone')),
}

type Name = keyof typeof readers
const known: Name[] = [
  ...(['all', 'portfolio', 'a seller at north', 'an admin at north'] as const),
  ...(['a seller at south', 'a seller at hub'] as const),
]
const cases: [title: string, audience: Audience, sees: Name[]][] = [
  ['nothing at all', {}, known],
  ['empty lists', { tiers: [], regions: [], partnerKinds: [], partnerIds: [], roles: [] }, known],
  ['a tier', { tiers: ['Gold'] }, ['all', 'a seller at north', 'an admin at north']],
  [
    'one of two tiers',
    { tiers: ['Silver', 'Gold'] },
    ['all', 'portfolio', 'a seller at north', 'an admin at north', 'a seller at south'],
  ],
  ['a tier in another case', { tiers: ['gold'] }, ['all']],
  ['a tier that nobody has', { tiers: ['Iridium'] }, ['all']],
  ['a region', { regions: ['EMEA'] }, ['all', 'a seller at north', 'an admin at north']],
  ['a region that nobody has', { regions: [''] }, ['all']],
  ['a kind of partner', { partnerKinds: ['agency'] }, ['all', 'portfolio', 'a seller at south']],
  ['a partner', { partnerIds: ['hub'] }, ['all', 'portfolio', 'a seller at hub']],
  ['a partner that is gone', { partnerIds: ['gone'] }, ['all']],
  ['a role', { roles: ['partner_admin'] }, ['all', 'portfolio', 'an admin at north']],
  ['the vendor’s role', { roles: ['vendor_manager'] }, ['all', 'portfolio']],
  [
    'two fields that hold',
    { tiers: ['Gold'], roles: ['partner_admin'] },
    ['all', 'an admin at north'],
  ],
  ['two fields of two partners', { tiers: ['Silver'], partnerKinds: ['distributor'] }, ['all']],
  [
    'a value beside one that is empty',
    { partnerIds: ['south'], regions: [] },
    ['all', 'portfolio', 'a seller at south'],
  ],
]

for (const [title, audience, sees] of cases)
  test(`an audience of ${title} is read by: ${sees.join(', ')}`, () => {
    const names = Object.keys(readers) as Name[]

    assert.deepEqual(
      names.filter((name) => isInAudience(audience, readers[name])),
      sees,
    )
  })

test('a manager who views as a partner reads as somebody of that partner', () => {
  const viewing = readerOf({ scope: at('south'), side: 'partner', role: 'partner_admin' }, partners)

  assert.ok(!isInAudience({ tiers: ['Gold'] }, viewing))
  assert.ok(isInAudience({ tiers: ['Silver'], roles: ['partner_admin'] }, viewing))
})

test('only the partners of the scope are asked for', () => {
  const scopes: [Scope, string[]][] = [
    [{ kind: 'all' }, []],
    [{ kind: 'portfolio', partnerIds: ['south', 'hub'] }, ['south', 'hub']],
    [{ kind: 'partner', partnerId: 'north', userId: 'sam' }, ['north']],
  ]
  for (const [scope, ids] of scopes) assert.deepEqual(readerPartnerIds({ scope }), ids)
})
