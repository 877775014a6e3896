import type { PartnerRecord } from '../src/store/records.ts'
import type { DealRecord } from '../src/store/deals.ts'

const words = 'Atlas Birch Cedar Delta Ember Fjord Grove Harbour Iris Juniper Kestrel Lumen'.split(
  ' ',
)
const statuses = ['submitted', 'under_review', 'approved', 'rejected', 'closed'] as const
const start = Date.parse('2024-01-01T00:00:00.000Z')

/** A deal as a vendor's file would bring it, the same for the same number. */
export function benchDeal(index: number): DealRecord {
  const word = (offset: number) => words[(index * 7 + offset * 5) % words.length] ?? 'Atlas'
  const at = new Date(start + index * 1000).toISOString()
  const money = (amount: number) => ({ amount: `${amount}.00`, currency: 'EUR' })
  const companyName = `${word(1)} ${word(2)} ${index} GmbH`
  return {
    id: `deal_${String(index).padStart(8, '0')}`,
    number: `D-${index}`,
    externalIds: { crm: `006${index}` },
    partners: [
      { partnerId: `partner_${index % 40}`, role: 'owner' },
      { partnerId: 'partner_distributor', role: 'distributor' },
    ],
    ownerUserId: `user_${index % 40}`,
    createdAt: at,
    updatedAt: at,
    submittedAt: at,
    revision: 1,
    status: statuses[index % statuses.length] ?? 'submitted',
    name: `${word(3)} renewal ${index}`,
    type: 'new',
    customer: {
      companyName,
      website: `https://customer-${index}.example`,
      country: 'DE',
      city: word(4),
      industry: 'Manufacturing',
    },
    contact: { firstName: word(5), lastName: word(6), email: `buyer@customer-${index}.example` },
    problem:
      `${companyName} replaces its ${word(7)} installation and wants one supplier for it all. `.repeat(
        2,
      ),
    lines: [
      {
        productId: `product_${index % 25}`,
        quantity: 2,
        unitPrice: money(500),
        amount: money(1000),
      },
      {
        productId: `product_${(index + 3) % 25}`,
        quantity: 1,
        unitPrice: money(80),
        amount: money(80),
      },
    ],
    amount: money(1080 + index),
    totals: [money(1080)],
    expectedCloseDate: '2026-12-01',
    stage: index % 2 ? 'quote' : 'prospect',
    custom: { budget: 'approved' },
    consents: {},
    customerKeys: [`domain:customer-${index}.example`, `name:${companyName.toLowerCase()}|DE`],
    fileIds: [],
    resubmissions: 0,
    appealed: false,
    conflictDealIds: [],
  }
}

/** A partner, likewise. */
export function benchPartner(index: number): PartnerRecord {
  const word = (offset: number) => words[(index * 7 + offset * 5) % words.length] ?? 'Atlas'
  return {
    id: `partner_${index}`,
    externalIds: { crm: `001${index}` },
    name: `${word(1)} ${word(2)} ${index}`,
    kind: 'reseller',
    tier: 'Gold',
    country: 'DE',
    active: true,
  }
}
