import type { DealStatus } from './deal-statuses.ts'
import { transitionsOf, type Actor, type Transition } from './transition.ts'

/** Conditions of a transition besides status and actor. */
export type DealGuard =
  | 'form_complete'
  | 'no_conflict'
  | 'resubmissions_left'
  | 'not_appealed'
  | 'extensions_left'
  | 'no_extension_pending'
  | 'extension_pending'
  | 'deadline_passed'
  | 'protection_over'
  | 'colleague'
  | 'same_actor'
  | 'within_a_minute'
  | 'nothing_since'

/** The effect of a transition on the protection window. */
export type ProtectionEffect = 'starts' | 'keeps' | 'extends' | 'ends' | 'restores'

/** One row of the life of a registration. */
export interface DealTransition extends Transition<DealStatus, DealGuard> {
  /** Absent where there is no protection to speak of. */
  readonly protection?: ProtectionEffect
}

const open = ['submitted', 'under_review', 'action_required', 'approved'] as const

/** The life of a registration: the only place that knows it. */
export const dealTransitions = [
  {
    action: 'submit',
    actor: 'partner',
    from: ['draft'],
    to: 'submitted',
    guards: ['form_complete'],
    event: 'deal.submitted',
  },
  {
    action: 'delete',
    actor: 'partner',
    from: ['draft'],
    to: 'deleted',
    event: 'deal.deleted',
  },
  {
    action: 'withdraw',
    actor: 'partner',
    from: ['submitted', 'under_review', 'action_required'],
    to: 'withdrawn',
    event: 'deal.withdrawn',
  },
  {
    action: 'start_review',
    actor: 'vendor',
    from: ['submitted'],
    to: 'under_review',
    event: 'deal.review_started',
  },
  {
    action: 'approve',
    actor: 'vendor',
    from: ['under_review'],
    to: 'approved',
    guards: ['no_conflict'],
    event: 'deal.approved',
    protection: 'starts',
  },
  {
    action: 'return',
    actor: 'vendor',
    from: ['under_review'],
    to: 'action_required',
    reason: true,
    event: 'deal.returned',
  },
  {
    action: 'reject',
    actor: 'vendor',
    from: ['under_review'],
    to: 'rejected',
    reason: true,
    event: 'deal.rejected',
  },
  {
    action: 'decline',
    actor: 'vendor',
    from: ['under_review'],
    to: 'declined',
    reason: true,
    event: 'deal.declined',
  },
  {
    action: 'mark_duplicate',
    actor: 'vendor',
    from: ['under_review'],
    to: 'duplicate',
    event: 'deal.marked_duplicate',
  },
  {
    action: 'resubmit',
    actor: 'partner',
    from: ['action_required'],
    to: 'submitted',
    guards: ['form_complete'],
    event: 'deal.submitted',
  },
  {
    action: 'resubmit',
    actor: 'partner',
    from: ['rejected'],
    to: 'submitted',
    guards: ['form_complete', 'resubmissions_left'],
    event: 'deal.submitted',
  },
  {
    action: 'lapse',
    actor: 'clock',
    from: ['action_required'],
    to: 'withdrawn',
    guards: ['deadline_passed'],
    event: 'deal.lapsed',
  },
  {
    action: 'appeal',
    actor: 'partner',
    from: ['declined', 'duplicate'],
    to: 'under_review',
    guards: ['not_appealed'],
    event: 'deal.appealed',
  },
  {
    action: 'convert',
    actor: 'vendor',
    from: ['approved'],
    event: 'deal.converted',
    protection: 'keeps',
  },
  {
    action: 'close',
    actor: ['partner', 'vendor'],
    from: ['approved'],
    to: 'closed',
    event: 'deal.closed',
    protection: 'ends',
  },
  {
    action: 'release',
    actor: 'partner',
    from: ['approved'],
    to: 'closed',
    event: 'deal.released',
    protection: 'ends',
  },
  {
    action: 'expire',
    actor: 'clock',
    from: ['approved'],
    to: 'expired',
    guards: ['protection_over', 'no_extension_pending'],
    event: 'deal.expired',
    protection: 'ends',
  },
  {
    action: 'request_extension',
    actor: 'partner',
    from: ['approved', 'expired'],
    guards: ['extensions_left', 'no_extension_pending'],
    event: 'deal.extension_requested',
    protection: 'keeps',
  },
  {
    action: 'grant_extension',
    actor: 'vendor',
    from: ['approved', 'expired'],
    to: 'approved',
    guards: ['extension_pending', 'no_conflict'],
    event: 'deal.extension_granted',
    protection: 'extends',
  },
  {
    action: 'refuse_extension',
    actor: 'vendor',
    from: ['approved', 'expired'],
    guards: ['extension_pending'],
    reason: true,
    event: 'deal.extension_refused',
    protection: 'keeps',
  },
  {
    action: 'reopen',
    actor: 'vendor',
    from: ['expired'],
    to: 'approved',
    guards: ['no_conflict'],
    event: 'deal.reopened',
    protection: 'starts',
  },
  {
    action: 'hand_over',
    actor: 'partner',
    from: ['draft', ...open, 'rejected', 'expired'],
    guards: ['colleague'],
    event: 'deal.handed_over',
    protection: 'keeps',
  },
  {
    action: 'undo',
    actor: ['partner', 'vendor'],
    from: ['withdrawn', 'declined', 'closed'],
    to: 'previous',
    guards: ['same_actor', 'within_a_minute', 'nothing_since'],
    event: 'deal.undone',
    protection: 'restores',
  },
] as const satisfies readonly DealTransition[]

/** The name of something that can be done to a registration. */
export type DealActionName = (typeof dealTransitions)[number]['action']

/** Statuses in which a registration stands in the way of a later one for the same customer. */
export const blockingStatuses = open satisfies readonly DealStatus[]

/** The actions that are open to an actor in a status, guards aside, in the order of the table. */
export const dealTransitionsFrom = /* @__PURE__ */ transitionsOf<DealTransition>(dealTransitions)

/** The row for an action in a status, or `undefined` where it is not possible. */
export function dealTransition(action: string, from: DealStatus, actor: Actor) {
  return dealTransitionsFrom(from, actor).find((row) => row.action === action)
}
