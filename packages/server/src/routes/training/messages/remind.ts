import { awardReminder, enrolmentReminder } from '../../../rules/training/reminders.ts'
import { remind, type Remind } from '../../shared/remind.ts'
import { awardResource, enrolmentResource } from '../resource.ts'

/** Tells learners of courses that are due or overdue. */
export const remindLearners: Remind = (store, clock) =>
  remind(store, clock, {
    resource: enrolmentResource,
    list: ({ enrolments }, until, paging) =>
      enrolments.list({ overdue: { now: until, isOverdue: true } }, paging),
    reminder: enrolmentReminder,
    put: ({ enrolments }, record) => enrolments.put([record]),
  })

/** Tells holders of awards that end. */
export const remindHolders: Remind = (store, clock) =>
  remind(store, clock, {
    resource: awardResource,
    list: ({ awards }, until, paging) =>
      awards.list({ statuses: ['active'], endsBefore: until }, paging),
    reminder: awardReminder,
    put: ({ awards }, record) => awards.put([record]),
  })
