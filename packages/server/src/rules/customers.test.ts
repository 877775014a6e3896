import assert from 'node:assert/strict'
import { test } from 'node:test'
import { customerKeys, normaliseName, sameCustomer } from './customers.ts'

test('a legal form, accents and punctuation do not tell companies apart', () => {
  const spellings: [string, string][] = [
    ['Müller Maschinen GmbH & Co. KG', 'mueller maschinen'],
    ['ACME, Inc.', 'acme'],
    ['Acme S.A. de C.V.', 'acme'],
    ['Société Générale S.A.', 'generale'],
    ['Żabka Polska Sp. z o.o.', 'zabka polska'],
    ['Acme (Pty) Ltd', 'acme'],
    ['株式会社トヨタ', 'トヨタ'],
    ['㈱トヨタ', 'トヨタ'],
    ['شركة النور ش.م.م', 'النور'],
    ['ООО Ромашка', 'ромашка'],
    ['Philips N.V.', 'philips'],
    ['Acme\u202e Ltd', 'acme'],
  ]

  for (const [written, plain] of spellings)
    assert.equal(normaliseName(written).normalize('NFC'), plain.normalize('NFC'), written)
})

test('a name that is nothing but a legal form stays', () => {
  assert.equal(normaliseName('AG'), 'ag')
  assert.equal(normaliseName('Co. Ltd'), 'co')
})

test('the registrable domain is the key, whatever the host and path', () => {
  const [one] = customerKeys({ companyName: 'A', website: 'https://www.shop.acme.co.uk/about?x=1' })

  assert.equal(one, 'domain:acme.co.uk')
})

test('customers whose sites lie with the same host are two', () => {
  const key = (website: string) => customerKeys({ companyName: 'A', website })[0]

  assert.equal(key('https://acme.github.io/'), 'domain:acme.github.io')
  assert.equal(key('https://other.github.io/'), 'domain:other.github.io')
})

test('free mail and platforms are no domain of a customer', () => {
  assert.deepEqual(customerKeys({ companyName: 'Acme', country: 'DE' }, 'jo@gmail.com'), [
    'name:acme|DE',
    'name:acme|',
  ])
  assert.deepEqual(
    customerKeys({ companyName: 'Acme', country: 'DE', website: 'https://linkedin.com/company/x' }),
    ['name:acme|DE', 'name:acme|'],
  )
})

test('the name counts only where one of the two has no domain', () => {
  const site = customerKeys({ companyName: 'Acme', country: 'DE', website: 'https://acme.de' })
  const other = customerKeys({ companyName: 'Acme', country: 'DE', website: 'https://acme.eu' })
  const without = customerKeys({ companyName: 'Acme GmbH', country: 'DE' })
  const abroad = customerKeys({ companyName: 'Acme', country: 'FR' })

  assert.equal(sameCustomer(site, other), false)
  assert.equal(sameCustomer(site, without), true)
  assert.equal(sameCustomer(without, abroad), false)
})

test('the country counts only where both have one', () => {
  const german = customerKeys({ companyName: 'Acme', country: 'DE' })
  const unknown = customerKeys({ companyName: 'ACME GmbH' })
  const unknownSite = customerKeys({ companyName: 'Acme', website: 'https://acme.eu' })
  const germanSite = customerKeys({
    companyName: 'Acme',
    country: 'DE',
    website: 'https://acme.de',
  })

  assert.equal(sameCustomer(german, unknown), true)
  assert.equal(sameCustomer(unknown, unknownSite), true)
  assert.equal(sameCustomer(germanSite, unknown), true)
  assert.equal(sameCustomer(germanSite, unknownSite), false)
  assert.equal(sameCustomer(german, customerKeys({ companyName: 'Acme AG', country: 'CH' })), false)
})
