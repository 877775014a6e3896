import type { Resources } from '../../resource.ts'
import type { StoredRule } from '../../store/points.ts'
import type { Store } from '../../store/store.ts'
import { award } from './award.ts'

/** The records of one transaction. */
const atOnce = 100

/**
 * Gives the points of rules that are pending for what was done before they came, each for the records
 * as they are now. Broken off, it goes on where a rule still is pending, and gives nothing twice.
 */
export async function rewardPast(store: Store, resources: Resources, now: string): Promise<void> {
  const { rules } = await store.read.programme.pointRules()
  const pending = rules.filter((rule) => rule.pending)
  if (pending.length === 0) return
  for (const { past } of resources.values()) {
    let cursor: string | undefined
    do {
      const paging = { limit: atOnce, ...(cursor !== undefined && { cursor }) }
      cursor = await store.write(async (tables) => {
        const page = await past?.(tables, paging)
        await award(tables, page?.items.flat() ?? [], now, pending)
        return page?.nextCursor
      })
    } while (cursor !== undefined)
  }
  const done = ({ pending: _, ...rule }: StoredRule): StoredRule => rule
  await store.write(async ({ programme }) => {
    const current = await programme.pointRules()
    await programme.putPointRules({ ...current, rules: current.rules.map(done) })
  })
}
