import type { DealAction, FieldErrorCode } from '@prmkit/contract'
import { isCovered } from '@prmkit/contract/rules'
import { fieldProblem } from '../../problem.ts'
import { editableFields } from './fields.ts'
import { addBusinessHours, endOfDay, today, type BusinessHours } from '../shared/zones.ts'
import type { DealRecord } from '../../store/deals.ts'

/** The part of the vendor's programme that concerns registrations. */
export interface Programme {
  now: string
  timeZone: string
  businessHours: BusinessHours
  decisionHours: number
  maxExtensions: number
  maxResubmissions: number
}

type Effect<Action> = (deal: DealRecord, action: Action, programme: Programme) => DealRecord
type Effects = {
  [Name in DealAction['action']]: Effect<Extract<DealAction, { action: Name }>>
}

/** Applies an action to a registration. `to` is the status that the transition table says. */
export function apply(
  deal: DealRecord,
  action: DealAction,
  to: DealRecord['status'] | undefined,
  programme: Programme,
): DealRecord {
  const effect = effects[action.action] as Effect<DealAction>
  if (to === undefined || to === deal.status) return effect(deal, action, programme)
  // Reason and deadline of the old status do not hold for the new one.
  const { statusReason: _1, respondBy: _2, returnedFields: _3, decisionDueAt: _4, ...others } = deal
  const { heldFor: _5, ...rest } = others
  const waits = to === 'submitted' || to === 'under_review'
  const kept = waits && deal.status === 'submitted' ? deal.decisionDueAt : undefined
  const due = waits ? (kept ?? dueAt(programme)) : undefined
  const moved = { ...rest, ...(due !== undefined && { decisionDueAt: due }) }
  return { ...effect(moved as DealRecord, action, programme), status: to }
}

function dueAt({ now, decisionHours, businessHours, timeZone }: Programme): string | undefined {
  return addBusinessHours(now, decisionHours, businessHours, timeZone)
}

function refuse(pointer: string, code: FieldErrorCode, detail: string): never {
  throw fieldProblem([{ pointer, code, detail }])
}

/** The end of a day that is not over yet. */
function deadline(pointer: string, date: string, { now, timeZone }: Programme): string {
  if (date < today(now, timeZone))
    refuse(pointer, 'in-the-past', `This day is over in the vendor’s time zone (${timeZone}).`)
  if (date > '9000') refuse(pointer, 'too-big', 'This day is too far away.')
  return endOfDay(date, timeZone)
}

const because = <Said extends DealRecord['statusReason']>(reason: Said | undefined) =>
  reason ? { statusReason: reason } : {}

function endProtection(deal: DealRecord, now: string): Pick<DealRecord, 'protection'> {
  const { protection } = deal
  if (!protection) return {}
  const expiresAt = protection.expiresAt < now ? protection.expiresAt : now
  return { protection: { ...protection, expiresAt } }
}

const effects: Effects = {
  submit: (deal, _, { now }) => ({ ...deal, submittedAt: now }),
  // A returned registration may keep its place in the queue (place.ts); a rejected one goes to its end.
  resubmit: (deal, _, { now }) =>
    deal.status === 'rejected'
      ? { ...deal, submittedAt: now, resubmissions: deal.resubmissions + 1 }
      : deal,
  withdraw: (deal, { reason }) => ({ ...deal, ...because(reason) }),
  start_review: (deal) => deal,
  approve: (deal, { protectedUntil, text }, programme) => ({
    ...deal,
    ...because(text === undefined ? undefined : { code: 'approved', text }),
    protection: {
      startsAt: programme.now,
      expiresAt: deadline('/protectedUntil', protectedUntil, programme),
      extensionsUsed: 0,
      maxExtensions: programme.maxExtensions,
    },
  }),
  return: (deal, { reason, respondUntil, editableFields: fields }, programme) => {
    const possible = editableFields({ ...deal, status: 'draft' }, 'partner')
    const wrong = fields.findIndex((field) => !isCovered(field, possible))
    if (wrong >= 0)
      refuse(`/editableFields/${wrong}`, 'not-an-option', `Possible: ${possible.join(', ')}.`)
    const respondBy = deadline('/respondUntil', respondUntil, programme)
    return { ...deal, statusReason: reason, respondBy, returnedFields: [...new Set(fields)] }
  },
  reject: (deal, { reason }) => ({ ...deal, statusReason: reason }),
  decline: (deal, { reason }) => ({ ...deal, statusReason: reason }),
  mark_duplicate: (deal, { duplicateOf, reason }) => ({
    ...deal,
    ...because(reason),
    conflictCode: deal.conflictCode ?? 'registered',
    conflictDealIds: [
      ...new Set([...(duplicateOf === undefined ? [] : [duplicateOf]), ...deal.conflictDealIds]),
    ],
  }),
  appeal: (deal, { text }) => ({ ...deal, appealed: true, statusReason: { code: 'appeal', text } }),
  convert: (deal, { opportunity }) => ({ ...deal, opportunity }),
  close: (deal, { outcome, reason }, { now }) => ({
    ...deal,
    ...endProtection(deal, now),
    closure: { outcome, closedAt: now, ...(reason && { reason }) },
  }),
  release: (deal, { reason }, { now }) => ({
    ...deal,
    ...endProtection(deal, now),
    closure: { outcome: 'released', closedAt: now, ...(reason && { reason }) },
  }),
  request_extension: (deal, { until, text, fileIds }, programme) => {
    const { protection } = deal
    if (!protection) return deal
    if (deadline('/until', until, programme) <= protection.expiresAt)
      refuse('/until', 'too-small', 'The protection lasts until then already.')
    return {
      ...deal,
      protection: {
        ...protection,
        extension: { status: 'pending', until, text, requestedAt: programme.now },
      },
      // Evidence is an attachment like any other, so both sides find it.
      fileIds: [...new Set([...deal.fileIds, ...(fileIds ?? [])])],
      extensionFileIds: fileIds ?? [],
    }
  },
  grant_extension: (deal, { until }, programme) => {
    const { protection } = deal
    if (!protection?.extension) return deal
    const date = until ?? protection.extension.until
    const expiresAt = deadline('/until', date, programme)
    if (expiresAt <= protection.expiresAt)
      refuse('/until', 'too-small', 'The protection lasts until then already.')
    return {
      ...deal,
      protection: {
        ...protection,
        expiresAt,
        extensionsUsed: protection.extensionsUsed + 1,
        extension: {
          ...protection.extension,
          status: 'granted',
          until: date,
          decidedAt: programme.now,
        },
      },
    }
  },
  refuse_extension: (deal, { reason }, { now }) => {
    const { protection } = deal
    if (!protection?.extension) return deal
    const extension = { ...protection.extension, decidedAt: now, statusReason: reason }
    return {
      ...deal,
      protection: { ...protection, extension: { ...extension, status: 'refused' } },
    }
  },
  reopen: (deal, { protectedUntil }, programme) => {
    const { extension: _, ...used } = deal.protection ?? { extensionsUsed: 0 }
    return {
      ...deal,
      protection: {
        ...used,
        startsAt: programme.now,
        expiresAt: deadline('/protectedUntil', protectedUntil, programme),
        maxExtensions: programme.maxExtensions,
      },
    }
  },
  hand_over: (deal, { ownerUserId }) => ({ ...deal, ownerUserId }),
}
