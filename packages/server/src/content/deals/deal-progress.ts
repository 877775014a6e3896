import { DealOutcome } from '@prmkit/contract'
import { addBusinessHours } from '../../rules/shared/zones.ts'
import type { DealRecord } from '../../store/deals.ts'
import { split } from '../csv/columns.ts'
import type { Row } from '../csv/row.ts'
import type { Programme } from '../csv/table.ts'

type Progress = Pick<
  DealRecord,
  | 'submittedAt'
  | 'statusReason'
  | 'decisionDueAt'
  | 'respondBy'
  | 'returnedFields'
  | 'protection'
  | 'opportunity'
  | 'closure'
>

/** What happened to a registration: only what fits its status, and everything that the status needs. */
export function readProgress(
  row: Row,
  status: DealRecord['status'],
  createdAt: string,
  programme: Programme,
): Partial<Progress> {
  const submittedAt = status === 'draft' ? undefined : (row.instant('submittedAt') ?? createdAt)
  const statusReason = readReason(row, 'reasonCode', 'reasonText')
  const reasonNeeded = ['action_required', 'rejected', 'declined'].includes(status)
  if (reasonNeeded) row.required('reasonCode', statusReason, undefined)
  const waits = status === 'submitted' || status === 'under_review'
  const decisionDueAt = waits
    ? (row.instant('decisionDueAt') ?? decisionDue(submittedAt ?? createdAt, programme))
    : undefined
  const opportunity = readOpportunity(row)
  return {
    ...(submittedAt !== undefined && { submittedAt }),
    ...(statusReason && { statusReason }),
    ...(decisionDueAt !== undefined && { decisionDueAt }),
    ...(status === 'action_required' && readReturn(row)),
    ...readProtection(row, status, submittedAt ?? createdAt, programme),
    ...(opportunity && { opportunity }),
    ...(status === 'closed' && readClosure(row)),
  }
}

/** By when the vendor decides, by its own rule. */
function decisionDue(submittedAt: string, { settings }: Programme): string | undefined {
  if (!settings?.deals) return undefined
  const { businessHours, deals, timeZone } = settings
  return addBusinessHours(submittedAt, deals.decisionHours, businessHours, timeZone)
}

function readReason(row: Row, code: string, text: string): DealRecord['statusReason'] {
  const written = row.longText(text, 2000)
  const given = row.text(code, 64)
  if (given === undefined)
    return written === undefined ? undefined : { code: 'other', text: written }
  return { code: given, ...(written !== undefined && { text: written }) }
}

function readReturn(row: Row): Pick<Progress, 'respondBy' | 'returnedFields'> {
  const respondBy = row.required('respondBy', row.endOfDay('respondBy'), '')
  const returnedFields = split(row.cell('editableFields') ?? '')
  for (const pointer of returnedFields)
    if (!/^(\/([^/~]|~[01])+)+$/.test(pointer))
      row.wrong('editableFields', 'Write pointers such as /contact/email, separated by |.')
  return { respondBy, ...(returnedFields.length > 0 && { returnedFields }) }
}

function readProtection(
  row: Row,
  status: DealRecord['status'],
  submittedAt: string,
  { settings }: Programme,
): Pick<Progress, 'protection'> | undefined {
  const needed = status === 'approved' || status === 'expired'
  if (!needed && status !== 'closed') return undefined
  const expiresAt = row.endOfDay('protectedUntil')
  if (needed) row.required('protectedUntil', expiresAt, '')
  if (expiresAt === undefined) return undefined
  const startsAt = row.instant('protectedFrom') ?? submittedAt
  if (expiresAt < startsAt) row.wrong('protectedUntil', 'The protection ends before it begins.')
  const extension = readExtension(row, startsAt)
  const extensionsUsed = row.whole('extensionsUsed', 0, 100) ?? 0
  const maxExtensions = settings?.deals?.maxExtensions ?? 0
  return {
    protection: {
      startsAt,
      expiresAt,
      extensionsUsed,
      maxExtensions,
      ...(extension && { extension }),
    },
  }
}

function readExtension(row: Row, startsAt: string) {
  const status = row.oneOf('extensionStatus', ['pending', 'granted', 'refused'])
  if (status === undefined) return undefined
  const text = row.longText('extensionText', 2000)
  return {
    status,
    until: row.required('extensionUntil', row.date('extensionUntil'), ''),
    ...(text !== undefined && { text }),
    requestedAt: row.instant('extensionRequestedAt') ?? startsAt,
  }
}

function readOpportunity(row: Row): DealRecord['opportunity'] {
  const id = row.text('opportunityId')
  if (id === undefined) return undefined
  const system = row.text('opportunitySystem', 64)
  const url = row.url('opportunityUrl')
  return { id, ...(system !== undefined && { system }), ...(url !== undefined && { url }) }
}

function readClosure(row: Row): Pick<Progress, 'closure'> {
  const outcome = row.required('outcome', row.oneOf('outcome', DealOutcome.options), 'cancelled')
  const closedAt = row.required('closedAt', row.instant('closedAt'), '')
  const reason = readReason(row, 'closeReasonCode', 'closeReasonText')
  return { closure: { outcome, closedAt, ...(reason && { reason }) } }
}
