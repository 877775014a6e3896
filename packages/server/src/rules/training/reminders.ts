import type { AwardRecord, EnrolmentRecord } from '../../store/training-records.ts'
import { reminderBefore, type Reminder } from '../shared/reminders.ts'
import { isOpen } from './due.ts'

/** The days before the end of an award on which its holder is reminded. */
const awardDays = [1, 7, 30]
/** The days before a due date on which its learner is reminded. */
const dueDays = [1, 7]

/** The reminder of a course that is due: a week and a day before, and once it is overdue. */
export function enrolmentReminder(record: EnrolmentRecord, now: string): Reminder | undefined {
  const { dueAt } = record
  if (dueAt === undefined || !isOpen(record)) return undefined
  if (dueAt < now) return { type: 'enrolment.overdue', mark: `${dueAt} overdue` }
  return reminderBefore(dueAt, now, dueDays, 'enrolment.due_soon')
}

/** The reminder of an award that ends: 30 days, a week and a day before. */
export function awardReminder(
  { status, validUntil }: AwardRecord,
  now: string,
): Reminder | undefined {
  if (status !== 'active' || validUntil === undefined || validUntil < now) return undefined
  return reminderBefore(validUntil, now, awardDays, 'award.expiring')
}
