import type { DealRecord } from '../../store/deals.ts'
import { reminderBefore, type Reminder } from '../shared/reminders.ts'

/** The days before the end of a protection on which the owner is reminded. */
const protectionDays = [1, 7, 30]

/** The reminder of a protection that ends: 30 days, a week and a day before. */
export function dealReminder(
  { status, protection }: DealRecord,
  now: string,
): Reminder | undefined {
  const end = protection?.expiresAt
  if (status !== 'approved' || end === undefined || end < now) return undefined
  return reminderBefore(end, now, protectionDays, 'deal.expiring')
}
