import { readerOf, type Reader } from '../../rules/shared/audience.ts'
import type { ShareRecord } from '../../store/assets.ts'
import type { Tables } from '../../store/store.ts'

/** A link’s maker and company as audiences see them; undefined where the company is no partner any more. */
export type Givers = (share: ShareRecord) => Reader | undefined

/** Finds who gives away the assets behind links: the maker, as long as they are known, for their company. */
export async function giversOf(tables: Tables, shares: readonly ShareRecord[]): Promise<Givers> {
  const partnerIds = [...new Set(shares.map(({ partnerId }) => partnerId))]
  const ownerIds = [...new Set(shares.map(({ ownerUserId }) => ownerUserId))]
  const partners = await tables.partners.many(partnerIds)
  const roles = new Map((await tables.users.many(ownerIds)).map(({ id, role }) => [id, role]))
  return ({ partnerId, ownerUserId }) => {
    const own = partners.filter(({ id, active }) => id === partnerId && active)
    if (own.length === 0) return undefined
    const role = roles.get(ownerUserId) ?? 'partner_seller'
    return readerOf({ side: 'partner', role, scope: { kind: 'partner', partnerId } }, own)
  }
}
