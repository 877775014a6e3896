import type { Clock } from '../resource.ts'
import { dealReminder } from '../rules/deals/reminders.ts'
import { awardReminder, enrolmentReminder } from '../rules/training/reminders.ts'
import type { Store } from '../store/store.ts'
import { dealResource } from './deals/resource.ts'
import { remind } from './shared/remind.ts'
import { awardResource, enrolmentResource } from './training/resource.ts'

/** Tells people of protections, courses and awards that end or are due; answers how many. */
export async function remindPeople(store: Store, clock: Omit<Clock, 'tables'>): Promise<number> {
  const deals = await remind(store, clock, {
    resource: dealResource,
    list: ({ deals }, until, paging) =>
      deals.list(
        { scope: { kind: 'all' }, status: ['approved'], expiresBefore: until },
        ...(['expires_asc', paging] as const),
      ),
    reminder: dealReminder,
    put: ({ deals }, record) => deals.update(record),
  })
  const enrolments = await remind(store, clock, {
    resource: enrolmentResource,
    list: ({ enrolments }, until, paging) =>
      enrolments.list({ overdue: { now: until, isOverdue: true } }, paging),
    reminder: enrolmentReminder,
    put: ({ enrolments }, record) => enrolments.put([record]),
  })
  const awards = await remind(store, clock, {
    resource: awardResource,
    list: ({ awards }, until, paging) =>
      awards.list({ statuses: ['active'], endsBefore: until }, paging),
    reminder: awardReminder,
    put: ({ awards }, record) => awards.put([record]),
  })
  return deals + enrolments + awards
}
