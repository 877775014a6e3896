import { dealReminder } from '../../rules/deals/reminders.ts'
import { remind, type Remind } from '../shared/remind.ts'
import { dealResource } from './resource.ts'

/** Tells the owners of registrations whose protection ends. */
export const remindOwners: Remind = (store, clock) =>
  remind(store, clock, {
    resource: dealResource,
    list: ({ deals }, until, paging) =>
      deals.list(
        { scope: { kind: 'all' }, status: ['approved'], expiresBefore: until },
        ...(['expires_asc', paging] as const),
      ),
    reminder: dealReminder,
    put: ({ deals }, record) => deals.update(record),
  })
