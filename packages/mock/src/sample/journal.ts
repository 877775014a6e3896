import type { CommentRecord, DealRecord, FileRecord, TimelineRecord } from '@prmkit/server'
import { users } from './people.ts'

/** The event that led to a status from a review. */
const decided: Partial<Record<DealRecord['status'], string>> = {
  approved: 'deal.approved',
  action_required: 'deal.returned',
  rejected: 'deal.rejected',
  declined: 'deal.declined',
  duplicate: 'deal.marked_duplicate',
  expired: 'deal.approved',
  closed: 'deal.approved',
}

const ended: Partial<Record<DealRecord['status'], string>> = {
  withdrawn: 'deal.withdrawn',
  expired: 'deal.expired',
  closed: 'deal.closed',
}

const nameOf = (id: string | undefined) => users.find((user) => user.id === id)?.name ?? 'Partner'

/** The history of a registration until now, as its status tells. */
export function timelineOf(deal: DealRecord): TimelineRecord[] {
  const { id, status, submittedAt, ownerUserId, statusReason } = deal
  if (submittedAt === undefined) return []
  const owner = {
    name: nameOf(ownerUserId),
    side: 'partner' as const,
    ...(ownerUserId && { userId: ownerUserId }),
  }
  const manager = { userId: 'katrin', name: 'Katrin Wessels', side: 'vendor' as const }
  const system = { name: 'System', side: 'system' as const }
  const later = (hours: number) =>
    new Date(Date.parse(submittedAt) + hours * 3_600_000).toISOString()
  const entries: Omit<TimelineRecord, 'id' | 'recordId'>[] = [
    { at: submittedAt, actor: owner, type: 'deal.submitted', from: 'draft', to: 'submitted' },
  ]
  const review = { type: 'deal.review_started', from: 'submitted', to: 'under_review' }
  if (status === 'under_review' || decided[status])
    entries.push({ at: later(20), actor: manager, ...review })
  const decision = decided[status]
  if (decision)
    entries.push({
      ...{ at: later(26), actor: manager, type: decision, from: 'under_review' },
      to: ended[status] ? 'approved' : status,
      ...(statusReason && { reason: statusReason }),
    })
  const end = ended[status]
  if (end)
    entries.push({
      at: deal.closure?.closedAt ?? deal.updatedAt,
      actor: status === 'expired' ? system : owner,
      ...{ type: end, from: decision ? 'approved' : 'submitted', to: status },
      ...(deal.closure?.reason && { reason: deal.closure.reason }),
    })
  return entries.map((entry, index) => ({
    ...entry,
    ...{ id: `${id}_${index}`, recordId: id },
  }))
}

/** The comments of partner and vendor on the registrations that are open. */
export function commentsOf(deals: readonly DealRecord[]): CommentRecord[] {
  return deals
    .filter(({ status }) => status === 'under_review' || status === 'action_required')
    .flatMap(({ id, ownerUserId, updatedAt }) => {
      const own = { recordId: id }
      return [
        {
          ...{ ...own, id: `${id}_c1`, createdAt: updatedAt },
          text: 'Is the engineering office also the operator of zones 3 and 4?',
          author: { userId: 'katrin', name: 'Katrin Wessels', side: 'vendor' as const },
        },
        {
          ...{ ...own, id: `${id}_c2`, text: 'No, they only plan. The utility runs all zones.' },
          createdAt: new Date(Date.parse(updatedAt) + 3_600_000).toISOString(),
          author: { name: nameOf(ownerUserId), side: 'partner' as const },
        },
      ]
    })
}

/** The bytes of the only attachment there is. */
export const survey = new TextEncoder().encode(
  'Site survey: 14 shafts, no power, weak reception.\n',
)

/** One attachment, which the first registration that names it uses. */
export function filesOf(deals: readonly DealRecord[]): FileRecord[] {
  const user = deals.find(({ fileIds }) => fileIds.includes('file_survey'))
  if (!user) return []
  return [
    {
      ...{ id: 'file_survey', userId: user.ownerUserId ?? '', name: 'site-survey.txt' },
      ...{ mediaType: 'text/plain', size: survey.length, status: 'ready' },
      usedBy: { resource: 'deals', id: user.id },
      ...{ partnerId: user.partners[0]?.partnerId ?? '', createdAt: user.createdAt },
    },
  ]
}
