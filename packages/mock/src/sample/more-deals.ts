import type { DealRecord } from '@prmkit/server'
import { calendarAt } from './deal.ts'

/** A customer that a partner in the sample has registered. */
export const takenCustomer = {
  companyName: 'Stadtwerke Lindenau',
  website: 'https://www.sw-lindenau.example',
  country: 'DE',
} as const

const places = ['Altmühl', 'Birkenau', 'Cuxland', 'Donautal', 'Eifel', 'Fichtelberg', 'Glantal']
const kinds = ['Stadtwerke', 'Wasserverband', 'Wasserwerke', 'Klinikum', 'Molkerei']

/** So many registrations, made from a few by changing customer, number and dates. */
export function many(deals: readonly DealRecord[], count: number, now: number): DealRecord[] {
  const calendar = calendarAt(now)
  const models = deals.filter(({ partners }) => partners[0]?.partnerId === 'rheinblick')
  return Array.from({ length: count }, (_, index) => {
    const model = models[index % models.length] as DealRecord
    const place = places[index % places.length]
    const companyName = `${kinds[index % kinds.length]} ${place} ${index + 1}`
    const number = `QM-${10_000 + index}`
    const age = Math.floor((index * 700) / count) + 1
    const createdAt = calendar.instant(-age, index % 600)
    return {
      ...model,
      ...{ id: `deal_${number.toLowerCase()}`, number, createdAt, customerKeys: [] },
      name: `${model.name}, ${place}`,
      customer: { ...model.customer, companyName, city: place ?? '' },
      ...(model.submittedAt && { submittedAt: createdAt }),
      ...{ fileIds: [], conflictDealIds: [] },
    }
  })
}
