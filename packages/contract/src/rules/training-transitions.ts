import { transitionsOf, type Transition } from './transition.ts'

/** Every status of content that a vendor publishes: courses, paths and certifications. */
export const contentStatuses = ['draft', 'published', 'retired'] as const
type ContentStatus = (typeof contentStatuses)[number]

/** The life of a course. */
export const courseTransitions = /* @__PURE__ */ contentLife('course')
/** The actions on a course that are open in a status, in the order of the table. */
export const courseTransitionsFrom =
  /* @__PURE__ */ transitionsOf<Transition<ContentStatus>>(courseTransitions)

/** The life of a certification. */
export const certificationTransitions = /* @__PURE__ */ contentLife('certification')
/** The actions on a certification that are open in a status, in the order of the table. */
export const certificationTransitionsFrom =
  /* @__PURE__ */ transitionsOf<Transition<ContentStatus>>(certificationTransitions)

function contentLife(noun: string): readonly Transition<ContentStatus>[] {
  const actor = 'vendor'
  const event = `${noun}.published`
  return [
    { action: 'publish', actor, from: ['draft'], to: 'published', event },
    {
      ...{ action: 'retire', actor, from: ['draft', 'published'], to: 'retired' },
      event: `${noun}.retired`,
    },
    { action: 'restore', actor, from: ['retired'], to: 'published', event },
  ]
}

/** Every status of an enrolment, which tells of progress alone. */
export const enrolmentStatuses = [
  'assigned',
  'in_progress',
  'completed',
  'failed',
  'waived',
  'withdrawn',
] as const
type EnrolmentStatus = (typeof enrolmentStatuses)[number]

/**
 * A condition of an action on an enrolment: it can be opened (it has a launch and nothing has to be
 * done before), its learner says themselves that they are done, or nobody else assigned it.
 */
export type EnrolmentGuard = 'launchable' | 'self_reported' | 'own_choice'

/** The life of an enrolment. */
export const enrolmentTransitions = [
  {
    action: 'launch',
    actor: 'partner',
    from: ['assigned', 'in_progress', 'completed', 'failed', 'waived'],
    guards: ['launchable'],
    event: 'enrolment.launched',
  },
  {
    action: 'finish',
    actor: 'partner',
    from: ['assigned', 'in_progress'],
    to: 'completed',
    guards: ['self_reported'],
    event: 'enrolment.completed',
  },
  {
    action: 'withdraw',
    actor: 'partner',
    from: ['assigned', 'in_progress', 'failed'],
    to: 'withdrawn',
    guards: ['own_choice'],
    event: 'enrolment.withdrawn',
  },
  {
    action: 'complete',
    actor: 'vendor',
    from: ['assigned', 'in_progress', 'failed'],
    to: 'completed',
    event: 'enrolment.completed',
  },
  {
    action: 'waive',
    actor: 'vendor',
    from: ['assigned', 'in_progress', 'failed'],
    to: 'waived',
    reason: true,
    event: 'enrolment.waived',
  },
  {
    action: 'extend',
    actor: 'vendor',
    from: ['assigned', 'in_progress', 'failed'],
    event: 'enrolment.extended',
  },
  {
    action: 'reset',
    actor: 'vendor',
    from: ['in_progress', 'completed', 'failed', 'waived'],
    to: 'assigned',
    reason: true,
    event: 'enrolment.reset',
  },
] as const satisfies readonly Transition<EnrolmentStatus, EnrolmentGuard>[]

/** The actions on an enrolment that are open in a status, in the order of the table. */
export const enrolmentTransitionsFrom =
  /* @__PURE__ */ transitionsOf<Transition<EnrolmentStatus, EnrolmentGuard>>(enrolmentTransitions)

/** Every status of an award; that it expires soon is computed. */
export const awardStatuses = ['active', 'expired', 'revoked', 'renewed'] as const
type AwardStatus = (typeof awardStatuses)[number]

/** The life of an award. */
export const awardTransitions = [
  {
    action: 'revoke',
    actor: 'vendor',
    from: ['active', 'expired'],
    to: 'revoked',
    reason: true,
    event: 'award.revoked',
  },
  {
    action: 'extend',
    actor: 'vendor',
    from: ['active', 'expired'],
    to: 'active',
    event: 'award.extended',
  },
  {
    action: 'renew',
    actor: 'vendor',
    from: ['active', 'expired'],
    to: 'renewed',
    event: 'award.renewed',
  },
  { action: 'expire', actor: 'clock', from: ['active'], to: 'expired', event: 'award.expired' },
] as const satisfies readonly Transition<AwardStatus>[]

/** The actions on an award that are open in a status, in the order of the table. */
export const awardTransitionsFrom =
  /* @__PURE__ */ transitionsOf<Transition<AwardStatus>>(awardTransitions)
