import type { ShareStatus } from '@prmkit/contract'
import type { ShareRecord } from '../../store/assets.ts'
import type { Owned } from '../shared/visibility.ts'

/** The state of a link at an instant. */
export function shareStatus(
  { revokedAt, expiresAt, maxViews, views }: ShareRecord,
  now: string,
): ShareStatus {
  if (revokedAt !== undefined) return 'revoked'
  if (expiresAt <= now) return 'expired'
  return maxViews !== undefined && views >= maxViews ? 'used_up' : 'active'
}

/** The facts about a link that decide who sees it: its maker, and who sees the whole company’s records. */
export function shareOwned({ partnerId, ownerUserId }: ShareRecord): Owned {
  return { partnerIds: [partnerId], ownerUserId }
}
