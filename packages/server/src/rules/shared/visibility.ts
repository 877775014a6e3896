import type { Audience } from '@prmkit/contract'

/** The records that a caller may see: all, those of some partners, or those of one partner (or only their own there). */
export type Scope =
  | { kind: 'all' }
  | { kind: 'portfolio'; partnerIds: readonly string[] }
  | { kind: 'partner'; partnerId: string; userId?: string }

/** The facts about a record, an event or a file that the rule needs. */
export interface Owned {
  partnerIds: readonly string[]
  ownerUserId?: string | undefined
  /** The former owner, who is told that the record left them. */
  formerOwnerUserId?: string | undefined
  /** The audiences of content, which belongs to no partner: whoever is in one of them sees it. */
  audiences?: readonly Audience[] | undefined
  /** The record was not sent in yet. A draft names no partner but its own. */
  isDraft?: boolean
  /** The uploader of a file that belongs to no partner, who sees it in whatever scope. */
  uploaderUserId?: string
}

/**
 * The one rule of who sees what. A seller without company-wide access sees what they own; everyone
 * else at a partner sees what names their partner in any role; the vendor sees what was sent in.
 */
export function isVisible(scope: Scope, record: Owned): boolean {
  switch (scope.kind) {
    case 'all':
      return !record.isDraft
    case 'portfolio':
      return !record.isDraft && record.partnerIds.some((id) => scope.partnerIds.includes(id))
    case 'partner':
      return (
        record.partnerIds.includes(scope.partnerId) &&
        (scope.userId === undefined ||
          record.ownerUserId === scope.userId ||
          record.formerOwnerUserId === scope.userId)
      )
  }
}
