import type { EnrolmentRecord } from '../../store/training-records.ts'

/** The statuses of an enrolment that is still to be done. */
export const openStatuses = ['assigned', 'in_progress', 'failed'] as const

/** Tells whether an enrolment is still to be done. */
export function isOpen({ status }: Pick<EnrolmentRecord, 'status'>): boolean {
  return openStatuses.some((one) => one === status)
}

/** Tells whether an enrolment is not done although it was due. */
export function isOverdue(
  enrolment: Pick<EnrolmentRecord, 'status' | 'dueAt'>,
  now: string,
): boolean {
  return isOpen(enrolment) && enrolment.dueAt !== undefined && enrolment.dueAt < now
}

/** Tells whether an enrolment counts as done. */
export function isDone({ status }: Pick<EnrolmentRecord, 'status'>): boolean {
  return status === 'completed' || status === 'waived'
}
