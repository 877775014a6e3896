import type { EventRecord, FileRecord, ParentRecord } from '../../store/records.ts'
import type { Owned } from './visibility.ts'

/** The partner whose record it is. */
export function ownerOf({ id, partners }: Pick<ParentRecord, 'id' | 'partners'>): string {
  const owner = partners.find(({ role }) => role === 'owner')
  if (!owner) throw new Error(`The record ${id} names no partner as its owner.`)
  return owner.partnerId
}

/**
 * The facts that the visibility rule needs of a file that no record uses. A file of the vendor
 * belongs to no partner, so it is its uploader's alone.
 */
export function fileOwned({ partnerId, userId }: Pick<FileRecord, 'partnerId' | 'userId'>): Owned {
  return partnerId === undefined
    ? { partnerIds: [], ownerUserId: userId, isDraft: true, uploaderUserId: userId }
    : { partnerIds: [partnerId], ownerUserId: userId, isDraft: true }
}

/** The readers of an event: all who may see the record, or might see it until now. */
export function readersOf(
  after: Owned,
  before: Owned = after,
): Pick<EventRecord, 'partnerIds' | 'audiences' | 'ownerUserId' | 'formerOwnerUserId' | 'isDraft'> {
  const { ownerUserId, isDraft = false } = after
  const former = before.ownerUserId === ownerUserId ? undefined : before.ownerUserId
  return {
    partnerIds: [...new Set([...after.partnerIds, ...before.partnerIds])],
    isDraft,
    ...(after.audiences && {
      audiences: [...new Set([...after.audiences, ...(before.audiences ?? [])])],
    }),
    ...(ownerUserId !== undefined && { ownerUserId }),
    ...(former !== undefined && { formerOwnerUserId: former }),
  }
}
