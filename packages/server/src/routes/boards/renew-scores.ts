import type { Log } from '../../log.ts'
import type { BoardRecord } from '../../store/boards.ts'
import type { Store } from '../../store/store.ts'
import { rebuildBoards } from './rebuild.ts'

/** The number of the rule by which boards with an audience count. Raise it with the rule; since 1, an audience bounds who is ranked. */
const countingRule = 1

/**
 * Adds up anew the boards with an audience whose scores were counted by another rule than this
 * server's, one in a transaction; broken off, it begins again at the next start.
 */
export async function renewScores(
  store: Store,
  { now, log, rule = countingRule }: { now: string; log?: Pick<Log, 'info'>; rule?: number },
): Promise<void> {
  const before = await store.read.programme.countingRule()
  if (before === rule) return
  const ids = (await store.read.boards.all()).filter(hasAudience).map(({ id }) => id)
  await rebuildBoards(store, ids, now)
  await store.write(({ programme }) => programme.putCountingRule(rule))
  if (ids.length > 0) log?.info({ before, rule, boards: ids }, 'boards were added up anew')
}

const hasAudience = ({ audience }: BoardRecord): boolean =>
  Object.values(audience).some((names = []) => names.length > 0)
