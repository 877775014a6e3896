import { isCovered, pointerTo, type Actor, type DealStatus } from '@prmkit/contract/rules'
import type { DealRecord } from '../../store/deals.ts'

/** Everything of a registration that a form can ask for. */
const formFields = [
  '/name',
  '/type',
  '/customer',
  '/contact',
  '/problem',
  '/lines',
  '/amount',
  '/expectedCloseDate',
  '/stage',
  '/nextStep',
  '/distributorId',
  '/fileIds',
  '/custom',
  '/consents',
  '/externalIds',
] as const

const open: readonly DealStatus[] = ['submitted', 'under_review', 'action_required', 'approved']

/** The fields that one side may change now; a pointer covers everything below it. */
export function editableFields(deal: DealRecord, side: Exclude<Actor, 'clock'>): string[] {
  if (side === 'vendor') return deal.status === 'draft' ? [] : ['/externalIds']
  switch (deal.status) {
    case 'draft':
    case 'rejected':
      return [...formFields]
    case 'action_required':
      return deal.returnedFields ?? []
    case 'approved':
      return ['/stage', '/expectedCloseDate', '/amount', '/nextStep', '/fileIds']
    default:
      return open.includes(deal.status) ? ['/fileIds'] : []
  }
}

/** The changed pointers that name external ids which the vendor set: those are not the partner's to change. */
export function vendorsIds(pointers: readonly string[], { vendorIds = [] }: DealRecord): string[] {
  const own = vendorIds.map((name) => pointerTo(['externalIds', name]))
  return pointers.filter(
    (pointer) => own.includes(pointer) || (pointer === '/externalIds' && own.length > 0),
  )
}

/** The names of external ids that the vendor set, after the vendor changed these. */
export function withVendorIds(
  { vendorIds = [] }: DealRecord,
  changed: Readonly<Record<string, string | null>>,
): string[] {
  const set = (name: string) => (changed[name] === undefined ? true : changed[name] !== null)
  return [...new Set([...vendorIds, ...Object.keys(changed)])].filter(set)
}

/** Evidence may be added and taken away as long as a registration is open, whatever else is closed. */
export function mayAttach(deal: DealRecord, side: Exclude<Actor, 'clock'>): boolean {
  const writing = deal.status === 'draft' || deal.status === 'rejected'
  return side === 'partner' && (writing || open.includes(deal.status))
}

/** The pointers of a patch's leaves; an array, and an amount with its currency, change as a whole. */
export function changedPointers(patch: object, above = ''): string[] {
  return Object.entries(patch).flatMap(([name, value]) => {
    const pointer = above + pointerTo([name])
    const whole = value === null || typeof value !== 'object' || Array.isArray(value)
    return whole || 'currency' in value || 'given' in value
      ? [pointer]
      : changedPointers(value, pointer)
  })
}

/** The pointers that are not open for change. `formVersion` says what the values were made for and is free. */
export function notEditable(pointers: readonly string[], editable: readonly string[]): string[] {
  return pointers.filter((one) => one !== '/formVersion' && !isCovered(one, editable))
}
