import type { DealRecord } from '@prmkit/server'
import type { Calendar } from './deal.ts'

type Brings = (calendar: Calendar) => Partial<DealRecord>

const protection = (
  { instant, endOf }: Calendar,
  from: number,
  until: number,
  extensionsUsed = 0,
): NonNullable<DealRecord['protection']> => ({
  startsAt: instant(from),
  expiresAt: endOf(until),
  extensionsUsed,
  maxExtensions: 2,
})

/** The fields of a registration beside its content, by its status. */
export const statusBrings = {
  submitted: (calendar) => ({ decisionDueAt: calendar.instant(2) }),
  under_review: (calendar) => ({
    updatedAt: calendar.instant(-1),
    decisionDueAt: calendar.instant(1),
  }),
  action_required: (calendar) => ({
    updatedAt: calendar.instant(-3),
    respondBy: calendar.endOf(11),
    returnedFields: ['/lines', '/problem', '/fileIds'],
    statusReason: {
      code: 'incomplete',
      text: 'Please add the number of measuring points and attach the plan of the network.',
    },
  }),
  approved: (calendar) => ({
    updatedAt: calendar.instant(-29),
    protection: protection(calendar, -29, 61),
  }),
  approvedSoonOver: (calendar) => ({
    updatedAt: calendar.instant(-81),
    protection: protection(calendar, -81, 6, 1),
    opportunity: { id: 'OPP-15999', system: 'crm' },
    nextStep: 'Send the quote with the care plan',
  }),
  extensionPending: (calendar) => ({
    updatedAt: calendar.instant(-2),
    protection: {
      ...protection(calendar, -78, 12),
      extension: {
        status: 'pending',
        until: calendar.date(60),
        text: 'The council decides on the budget next month.',
        requestedAt: calendar.instant(-2),
      },
    },
  }),
  rejected: (calendar) => ({
    updatedAt: calendar.instant(-20),
    resubmissions: 1,
    statusReason: {
      code: 'evidence_missing',
      text: 'We miss a dated sign of your work, for example the minutes of the site visit.',
    },
  }),
  declined: (calendar) => ({
    updatedAt: calendar.instant(-104),
    statusReason: {
      code: 'existing_customer',
      text: 'A framework contract with us runs until the end of next year.',
    },
  }),
  duplicate: (calendar) => ({
    updatedAt: calendar.instant(-56),
    statusReason: { code: 'already_registered' },
    conflictCode: 'registered',
    conflictDealIds: ['deal_qm-4209'],
  }),
  expired: (calendar) => ({
    updatedAt: calendar.instant(-38),
    protection: protection(calendar, -128, -38),
  }),
  won: (calendar) => ({
    updatedAt: calendar.instant(-257),
    protection: protection(calendar, -311, -221),
    opportunity: { id: 'OPP-13528', system: 'crm' },
    closure: { outcome: 'won', closedAt: calendar.instant(-257) },
  }),
  lost: (calendar) => ({
    updatedAt: calendar.instant(-281),
    protection: protection(calendar, -309, -219),
    closure: {
      outcome: 'lost',
      closedAt: calendar.instant(-281),
      reason: { code: 'price', text: 'A competing offer was 18 % lower.' },
    },
  }),
} satisfies Record<string, Brings>
