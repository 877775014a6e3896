import {
  dealTransition,
  dealTransitions,
  type Actor,
  type DealTransition,
} from '@prmkit/contract/rules'
import type { DealRecord, Ended } from '../../store/deals.ts'

/** Milliseconds for which an action can be undone. */
const undoTime = 60_000

const fields: readonly (keyof Ended['before'])[] = [
  ...(['status', 'statusReason', 'respondBy', 'returnedFields', 'heldFor'] as const),
  ...(['decisionDueAt', 'protection', 'closure'] as const),
]

/** A registration after an action: one that ended it can be undone, and nothing older can. */
export function rememberEnd(
  before: DealRecord,
  { ended: _, ...after }: DealRecord,
  side: Actor,
  { userId, comments }: Pick<Ended, 'userId' | 'comments'>,
): DealRecord {
  if (before.status === after.status || !dealTransition('undo', after.status, side)) return after
  const kept = Object.fromEntries(
    fields.flatMap((name) => (before[name] === undefined ? [] : [[name, before[name]]])),
  ) as Ended['before']
  const { updatedAt: at, revision } = after
  return { ...after, ended: { userId, at, revision, comments, before: kept } }
}

/** A registration as it was before the action that ended it. */
export function restored(deal: DealRecord): DealRecord {
  const { ended, ...rest } = deal
  if (!ended) return deal
  const others = Object.entries(rest).filter(([name]) => !fields.includes(name as never))
  return {
    ...(Object.fromEntries(others) as Omit<DealRecord, keyof Ended['before']>),
    ...ended.before,
  }
}

/** The action that ended a registration: the types that its event may have, and its instant. */
export function endingOf({
  ended,
  status,
}: DealRecord): { types: readonly string[]; at: string } | undefined {
  const rows: readonly DealTransition[] = dealTransitions
  const types = rows.filter(({ to }) => to === status).map(({ event }) => event)
  return ended && { types, at: ended.at }
}

/** Tells whether a user is the one whose action ended a registration. */
export function endedBy({ ended }: DealRecord, userId: string | undefined): boolean {
  return ended !== undefined && ended.userId === userId
}

/** Tells whether the action that ended a registration is young enough to be undone at `now`. */
export function isFresh({ ended }: DealRecord, now: string): boolean {
  return ended !== undefined && Date.parse(now) - Date.parse(ended.at) <= undoTime
}

/** Tells whether a registration is unchanged since the action that ended it. */
export function isAsEnded({ ended, revision }: DealRecord): boolean {
  return ended?.revision === revision
}
