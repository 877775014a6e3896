import {
  dealTransitions,
  type Actor,
  type DealStatus,
  type DealTransition,
} from './deal-transitions.ts'

const possible = new Map<string, readonly DealTransition[]>()

/** What an actor can do in a status, guards aside, in the order of the table. */
export function transitionsFrom(from: DealStatus, actor: Actor): readonly DealTransition[] {
  const key = `${actor} ${from}`
  let rows = possible.get(key)
  if (!rows) {
    const all: readonly DealTransition[] = dealTransitions
    rows = all.filter((row) => row.from.includes(from) && [row.actor].flat().includes(actor))
    possible.set(key, rows)
  }
  return rows
}

/** The row for an action in a status, or `undefined` where it is not possible. */
export function dealTransition(action: string, from: DealStatus, actor: Actor) {
  return transitionsFrom(from, actor).find((row) => row.action === action)
}
