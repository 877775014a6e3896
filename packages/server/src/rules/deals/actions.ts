import type { DealAction, FieldError } from '@prmkit/contract'
import {
  dealTransition,
  dealTransitionsFrom,
  dealTransitions,
  type DealTransition,
} from '@prmkit/contract/rules'
import type { Actor, DealGuard } from '@prmkit/contract/rules'
import { fieldProblem, ProblemError } from '../../problem.ts'
import { apply, type Programme } from './effects.ts'
import { endedBy, isAsEnded, isFresh } from './undo.ts'
import type { DealRecord } from '../../store/deals.ts'

/** The facts by which actions are judged, besides the registration itself. */
export interface Facts extends Programme {
  side: Exclude<Actor, 'clock'>
  userId: string
  now: string
  /** Something has happened beside the registration since the action that ended it. */
  movedOn: boolean
  /** The errors that its form finds; asked for only where they matter. */
  formErrors(): FieldError[]
  /** The registrations that stand in its way. */
  inTheWay: readonly DealRecord[]
  /** Whether the one who acts may know of another registration. */
  maySee(deal: DealRecord): boolean
  /** Whether a user may take it over. */
  isColleague(userId: string): boolean
}

/** The result of an action. */
export interface Outcome {
  deal: DealRecord
  transition: DealTransition
}

/** The facts that decide which actions are offered. */
export interface Ground extends Pick<
  Facts,
  'side' | 'userId' | 'now' | 'maxResubmissions' | 'maxExtensions'
> {
  /** Something is known to stand in the way. */
  blocked?: boolean
}

/** Guards that are known without looking anything up; they decide what is offered. */
const quickGuards: Partial<Record<DealGuard, (deal: DealRecord, ground: Ground) => boolean>> = {
  resubmissions_left: (deal, { maxResubmissions }) => deal.resubmissions < maxResubmissions,
  not_appealed: (deal) => !deal.appealed,
  extensions_left: (deal, { maxExtensions }) =>
    (deal.protection?.extensionsUsed ?? maxExtensions) < maxExtensions,
  no_extension_pending: (deal) => deal.protection?.extension?.status !== 'pending',
  extension_pending: (deal) => deal.protection?.extension?.status === 'pending',
  same_actor: (deal, { userId }) => endedBy(deal, userId),
  within_a_minute: (deal, { now }) => isFresh(deal, now),
  nothing_since: isAsEnded,
}

const guardTexts: Partial<Record<DealGuard, string>> = {
  resubmissions_left: 'It was sent in again as often as the programme allows.',
  not_appealed: 'It was appealed before; one appeal is possible.',
  extensions_left: 'It was extended as often as the programme allows.',
  no_extension_pending: 'An extension was asked for already and is not decided yet.',
  extension_pending: 'No extension is waiting for a decision.',
  same_actor: 'Only the person who ended it can undo that.',
  within_a_minute: 'It was ended more than a minute ago, which is final.',
  nothing_since: 'Something else has happened since, so it cannot be undone.',
}

/** The actions that one side may do now, as the transition table and the guards say. */
export function allowedActions(deal: DealRecord, ground: Ground): string[] {
  return dealTransitionsFrom(deal.status, ground.side)
    .filter(({ guards = [] }) =>
      guards.every((guard) =>
        guard === 'no_conflict' ? !ground.blocked : (quickGuards[guard]?.(deal, ground) ?? true),
      ),
    )
    .map(({ action }) => action)
}

/** Does an action, or says why it is not possible. */
export function act(deal: DealRecord, action: DealAction, facts: Facts): Outcome {
  const transition = allow(deal, action.action, facts)
  for (const guard of transition.guards ?? []) checkGuard(guard, action, facts)
  const { to } = transition
  const status = to === 'previous' ? deal.ended?.before.status : to
  const changed = apply(deal, action, status as DealRecord['status'] | undefined, facts)
  return {
    transition,
    deal: { ...changed, updatedAt: facts.now, revision: deal.revision + 1 },
  }
}

/** The transition for an action, or the refusal that names what is possible instead. */
export function allow(deal: DealRecord, action: string, ground: Ground): DealTransition {
  const transition = dealTransition(action, deal.status, ground.side)
  if (
    !transition &&
    !dealTransitions.some(
      (row) => row.action === action && [row.actor].flat().includes(ground.side),
    )
  )
    throw new ProblemError('forbidden', `“${action}” is not for the ${ground.side} to do.`)
  if (!transition) {
    const possible = allowedActions(deal, ground).join(', ') || 'nothing'
    throw new ProblemError(
      'state-conflict',
      `“${action}” is not possible for the ${ground.side} while the registration is ${deal.status}. Possible: ${possible}.`,
    )
  }
  const failed = transition.guards?.find((guard) => quickGuards[guard]?.(deal, ground) === false)
  if (failed) throw new ProblemError('state-conflict', guardTexts[failed] ?? failed)
  return transition
}

function checkGuard(guard: DealGuard, action: DealAction, facts: Facts): void {
  if (guard === 'form_complete') {
    const errors = facts.formErrors()
    if (errors.length > 0) throw fieldProblem(errors)
  }
  if (guard === 'nothing_since' && facts.movedOn)
    throw new ProblemError('state-conflict', guardTexts.nothing_since ?? guard)
  if (guard === 'no_conflict' && facts.inTheWay.length > 0) {
    const known = facts.inTheWay.filter((deal) => facts.maySee(deal)).slice(0, 5)
    const numbers = known.map(({ number }) => number).join(', ')
    throw new ProblemError(
      'customer-conflict',
      `In the way: ${numbers || 'a registration that you may not see'}. Decide that first, or mark this one as its duplicate.`,
    )
  }
  if (
    guard === 'colleague' &&
    action.action === 'hand_over' &&
    !facts.isColleague(action.ownerUserId)
  )
    throw fieldProblem([
      {
        pointer: '/ownerUserId',
        code: 'not-found',
        detail: 'Nobody with this id works for the partner.',
      },
    ])
}
