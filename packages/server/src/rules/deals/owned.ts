import type { DealRecord } from '../../store/records.ts'
import type { Owned } from '../shared/visibility.ts'

/** The partner who registered a deal. */
export function ownerOf({ id, partners }: Pick<DealRecord, 'id' | 'partners'>): string {
  const owner = partners.find(({ role }) => role === 'owner')
  if (!owner) throw new Error(`Deal ${id} names no partner as its owner.`)
  return owner.partnerId
}

/** What the visibility rule looks at in a registration. */
export function dealOwned(deal: Pick<DealRecord, 'partners' | 'ownerUserId' | 'status'>): Owned {
  return {
    partnerIds: deal.partners.map(({ partnerId }) => partnerId),
    ownerUserId: deal.ownerUserId,
    draft: deal.status === 'draft',
  }
}
