import type { DealRecord, EventRecord, FileRecord } from '../../store/records.ts'
import type { Owned } from './visibility.ts'

/** What the visibility rule looks at in a file that no record uses yet. */
export function fileOwned(file: Pick<FileRecord, 'partnerId' | 'userId'>): Owned {
  return {
    partnerIds: file.partnerId === undefined ? [] : [file.partnerId],
    ownerUserId: file.userId,
    draft: true,
  }
}

/** What the visibility rule looks at in an event. */
export function eventOwned(event: EventRecord): Owned {
  const { type, partnerIds, ownerUserId, formerOwnerUserId } = event
  return { partnerIds, ownerUserId, formerOwnerUserId, draft: isDraftEvent(type) }
}

/** Who may learn that a registration changed: all who may see it, or might until now. */
export function readersOf(
  after: DealRecord,
  before: DealRecord = after,
): Pick<EventRecord, 'partnerIds' | 'ownerUserId' | 'formerOwnerUserId'> {
  const partners = [...after.partners, ...before.partners]
  const { ownerUserId } = after
  const former = before.ownerUserId === ownerUserId ? undefined : before.ownerUserId
  return {
    partnerIds: [...new Set(partners.map(({ partnerId }) => partnerId))],
    ...(ownerUserId !== undefined && { ownerUserId }),
    ...(former !== undefined && { formerOwnerUserId: former }),
  }
}

/** The type of an event about a draft: like that about a registration, so that the vendor can be spared it. */
export function draftEvent(type: string): string {
  return type === 'deal.deleted' ? type : type.replace(/^deal\./, 'draft.')
}

function isDraftEvent(type: string): boolean {
  return type === 'deal.deleted' || type.startsWith('draft.') || type.startsWith('file.')
}
