import { fieldsOf } from '@prmkit/contract/rules'
import type { HistoryWords } from '../../../record/history.ts'
import type { DealDetailScene } from '../host.ts'

const events = {
  'deal.created': 'eventCreated',
  'deal.updated': 'eventUpdated',
  'deal.submitted': 'eventSubmitted',
  'deal.withdrawn': 'eventWithdrawn',
  'deal.review_started': 'eventReview',
  'deal.approved': 'eventApproved',
  'deal.returned': 'eventReturned',
  'deal.rejected': 'eventRejected',
  'deal.declined': 'eventDeclined',
  'deal.marked_duplicate': 'eventDuplicate',
  'deal.lapsed': 'eventLapsed',
  'deal.appealed': 'eventAppealed',
  'deal.converted': 'eventConverted',
  'deal.closed': 'eventClosed',
  'deal.released': 'eventReleased',
  'deal.expired': 'eventExpired',
  'deal.extension_requested': 'eventExtensionRequested',
  'deal.extension_granted': 'eventExtensionGranted',
  'deal.extension_refused': 'eventExtensionRefused',
  'deal.reopened': 'eventReopened',
  'deal.handed_over': 'eventHandedOver',
  'deal.undone': 'eventUndone',
  'deal.commented': 'eventCommented',
  'deal.unblocked': 'eventUnblocked',
  'deal.attached': 'fileAttached',
  'deal.detached': 'fileDetached',
} as const

/** The words for the events of a registration. */
export function dealHistoryWords({ t, discovery, form }: DealDetailScene): HistoryWords {
  const labels = new Map(
    (form ? fieldsOf(form) : []).map(({ pointer, label }) => [pointer, label] as const),
  )
  return {
    titleOf: (type) => t(events[type as keyof typeof events] ?? 'eventOther'),
    reasonOf: (code) => discovery?.deals?.reasons.find(({ value }) => value === code)?.label,
    labelOf: (pointer) => labels.get(pointer),
  }
}
