import type { Check } from './check.ts'
import type { Context } from './context.ts'
import type { Need, Person } from './need.ts'

const people: Record<Person, string> = {
  manager: 'No manager of the vendor was named, so nobody can decide on a record.',
  colleague: 'No colleague of the seller was named.',
  restricted: 'No seller was named who sees only what is theirs.',
  limited: 'No user was named whose requests may be used up.',
  briefToken: 'No token was given that expires within a minute.',
}

/** The parts of a context that conditions are read from. */
type Ground = Pick<Context, 'target' | 'discovery' | 'seller'>

/** The reason why a check cannot run against this backend; undefined where it can. */
export function missingNeed({ needs }: Check, ground: Ground): string | undefined {
  return needs.map((need) => reasonFor(need, ground)).find((reason) => reason !== undefined)
}

function reasonFor(need: Need, { target, discovery, seller }: Ground): string | undefined {
  const { readOnly } = seller.me
  if (need === 'writing') return readOnly ? 'The seller may only read (me.readOnly).' : undefined
  if (need === 'reading-only') return readOnly ? undefined : 'The seller may write.'
  if (isPerson(need)) return target[need] === undefined ? people[need] : undefined
  return discovery.capabilities.includes(need)
    ? undefined
    : `Not offered: discovery does not name the capability “${need}”.`
}

function isPerson(need: Need): need is Person {
  return need in people
}
