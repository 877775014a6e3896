import { dateOf, localInstant } from '../../rules/boards/periods.ts'
import { endOfDay } from '../../rules/shared/zones.ts'
import type { BoardRecord } from '../../store/boards.ts'
import type { Tables } from '../../store/store.ts'
import { announce } from '../shared/journal.ts'
import { rebuildBoard } from './rebuild.ts'
import { boardResource } from './resource.ts'

/**
 * Moves boards and rules to another time zone of the vendor, whose settings are kept already. The days
 * of contests and rules stay those that the vendor named, and points come into the periods in which
 * they lie there; boards tell since when. Points keep the end of their validity.
 */
export async function moveZone(
  tables: Tables,
  { from, to }: { from: string; to: string },
  now: string,
): Promise<void> {
  const firstInstant = (at: string) => localInstant(dateOf(at, from), '00:00:00', to)
  const known = await tables.programme.pointRules()
  const lastInstant = (at: string) => endOfDay(dateOf(at, from), to)
  const rules = known.rules.map((rule) => ({
    ...rule,
    ...(rule.from !== undefined && { from: firstInstant(rule.from) }),
    ...(rule.to !== undefined && { to: lastInstant(rule.to) }),
  }))
  await tables.programme.putPointRules({ ...known, rules })
  for (const { id } of await tables.boards.all()) {
    const board = await tables.boards.lock(id)
    if (!board) continue
    const { contest } = board
    const moved: BoardRecord = {
      ...board,
      ...{ updatedAt: now, revision: board.revision + 1, rulesSince: now },
      ...(contest && {
        contest: {
          ...contest,
          ...{ from: firstInstant(contest.from), until: lastInstant(contest.until) },
        },
      }),
    }
    await tables.boards.put([moved])
    await rebuildBoard(tables, moved, now)
    await announce(boardResource, tables, moved, boardResource.events.changed, now)
  }
}
