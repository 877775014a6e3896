/** Every status of a registration. */
export const dealStatuses = [
  'draft',
  'submitted',
  'under_review',
  'action_required',
  'approved',
  'rejected',
  'declined',
  'duplicate',
  'withdrawn',
  'expired',
  'closed',
] as const
export type DealStatus = (typeof dealStatuses)[number]
