import type { DealRecord } from '../../store/deals.ts'
import type { ParentRecord } from '../../store/records.ts'
import type { Owned } from '../shared/visibility.ts'

/** The facts that the visibility rule needs of a registration. */
export function dealOwned(deal: Pick<DealRecord, 'partners' | 'ownerUserId' | 'status'>): Owned {
  return {
    partnerIds: deal.partners.map(({ partnerId }) => partnerId),
    ownerUserId: deal.ownerUserId,
    isDraft: deal.status === 'draft',
  }
}

/** A registration as the parent of everything that hangs on it. */
export function dealParent({ id, createdAt, partners }: DealRecord): ParentRecord {
  return { id, resource: 'deals', createdAt, partners }
}
