import type { Conflict, Deal, DealProgramme, DealRef } from '@prmkit/contract'
import type { FileRecord } from '../../store/records.ts'
import type { SessionCaller } from '../shared/callers.ts'
import { blocks, isAbout } from './conflicts.ts'
import { allowedActions } from './actions.ts'
import { settled } from './clock.ts'
import { editableFields } from './fields.ts'
import { dealOwned } from './owned.ts'
import { productsOf } from './place.ts'
import { ownerOf } from '../shared/owned.ts'
import { isVisible } from '../shared/visibility.ts'
import type { DealRecord } from '../../store/deals.ts'

/** The names and neighbours that a registration is shown with, by id. */
export interface Surroundings {
  partnerNames: ReadonlyMap<string, string>
  userNames: ReadonlyMap<string, string>
  files: ReadonlyMap<string, FileRecord>
  comments: ReadonlyMap<string, number>
  /** Registrations that stand in the way of others. */
  deals: ReadonlyMap<string, DealRecord>
}

/** Tells whether somebody may change a registration, not only see it. */
export function mayWork(caller: SessionCaller, deal: DealRecord): boolean {
  if (caller.readOnly) return false
  if (caller.side === 'vendor') return true
  return deal.partners.some(
    ({ partnerId, role }) => partnerId === caller.partnerId && role !== 'distributor',
  )
}

/** The fields that no reader sees. Set to undefined, JSON leaves them out; a copy by a rest pattern takes twenty times as long. */
const hidden: Record<Exclude<keyof DealRecord, keyof Deal>, undefined> = {
  fileIds: undefined,
  conflictCode: undefined,
  conflictDealIds: undefined,
  customerKeys: undefined,
  returnedFields: undefined,
  heldFor: undefined,
  ended: undefined,
  vendorIds: undefined,
  extensionFileIds: undefined,
  resubmissions: undefined,
  appealed: undefined,
  reminded: undefined,
}

/** A registration as one reader sees it at this moment. */
export function showDeal(
  stored: DealRecord,
  caller: SessionCaller,
  programme: { deals: DealProgramme },
  around: Surroundings,
  now: string,
): Deal {
  const deal = settled(stored, now)
  const { statusLabels, maxExtensions, maxResubmissions } = programme.deals
  const works = mayWork(caller, deal)
  const blocked = deal.conflictDealIds.some((id) => {
    const other = around.deals.get(id)
    const about = other && isAbout(other, deal.customerKeys, productsOf(deal))
    return about === true && blocks(other, now)
  })
  const ground = {
    ...{ side: caller.side, userId: caller.user.id, now },
    ...{ maxExtensions, maxResubmissions, blocked },
  }
  const label = statusLabels[deal.status]
  const ownerName =
    deal.ownerUserId === undefined ? undefined : around.userNames.get(deal.ownerUserId)
  const conflict = conflictOf(deal, caller, around)
  const shown: Deal = {
    ...deal,
    ...hidden,
    partners: deal.partners.map((link) => {
      const name = around.partnerNames.get(link.partnerId)
      return name === undefined ? link : { ...link, name }
    }),
    allowedActions: works ? allowedActions(deal, ground) : [],
    editableFields: works ? editableFields(deal, caller.side) : [],
    attachments: deal.fileIds.flatMap((id) => {
      const file = around.files.get(id)
      if (!file) return []
      const { name, mediaType, size, status, createdAt } = file
      return [{ fileId: id, name, mediaType, size, status, addedAt: createdAt }]
    }),
    commentCount: around.comments.get(deal.id) ?? 0,
  }
  if (label !== undefined) shown.statusLabel = label
  if (ownerName !== undefined) shown.ownerName = ownerName
  if (conflict) shown.conflict = conflict
  return shown
}

function conflictOf(
  deal: DealRecord,
  caller: SessionCaller,
  around: Surroundings,
): Conflict | undefined {
  if (!deal.conflictCode) return undefined
  const deals = deal.conflictDealIds.flatMap((id) => around.deals.get(id) ?? [])
  return { code: deal.conflictCode, deals: visibleRefs(deals, caller, around.partnerNames) }
}

/** The registrations in the way that a reader may see. */
export function visibleRefs(
  deals: readonly DealRecord[],
  caller: SessionCaller,
  partnerNames: ReadonlyMap<string, string>,
): DealRef[] {
  return deals
    .filter((deal) => isVisible(caller.scope, dealOwned(deal)))
    .map((deal) => {
      const { id, number, name, status } = deal
      const partnerName = partnerNames.get(ownerOf(deal))
      return { id, number, name, status, ...(partnerName !== undefined && { partnerName }) }
    })
}
