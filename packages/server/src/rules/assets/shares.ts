import type { ShareStatus } from '@prmkit/contract'
import type { AssetRecord, AssetText, ShareRecord } from '../../store/assets.ts'
import { isInAudience, type Reader } from '../shared/audience.ts'
import type { Owned } from '../shared/visibility.ts'
import { isTakable } from './view.ts'

/** The state of a link at an instant. */
export function shareStatus(
  { revokedAt, expiresAt, maxViews, views }: ShareRecord,
  now: string,
): ShareStatus {
  if (revokedAt !== undefined) return 'revoked'
  if (expiresAt <= now) return 'expired'
  return maxViews !== undefined && views >= maxViews ? 'used_up' : 'active'
}

/** Tells whether the file of a text’s newest version is there, or the address that a link leads to. */
export function hasCome({ size, url }: Pick<AssetText, 'size' | 'url'>): boolean {
  return size !== undefined || url !== undefined
}

/** Tells whether a reader may give an asset away in a language now. */
export function isGiven(
  asset: AssetRecord,
  language: string,
  reader: Reader,
  now: string,
): boolean {
  const { audience, locked, texts } = asset
  const isThere = isTakable(asset, now) && Object.hasOwn(texts, language)
  return isThere && !locked && isInAudience(audience, reader)
}

/** The facts about a link that decide who sees it: its maker, and who sees the whole company’s records. */
export function shareOwned({ partnerId, ownerUserId }: ShareRecord): Owned {
  return { partnerIds: [partnerId], ownerUserId }
}
