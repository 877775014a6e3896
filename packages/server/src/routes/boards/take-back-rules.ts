import type { Store } from '../../store/store.ts'
import { give } from './give.ts'
import { pointResource } from './resource.ts'
import { reverseOpen } from './reverse.ts'

/** The points of one transaction. */
const atOnce = 100

/**
 * Takes back the points of rules whose file says so, with its words as the reason, each by a new event.
 * Broken off, it goes on with the next import; what was taken back before stays so.
 */
export async function takeBackRules(store: Store, now: string): Promise<void> {
  const { rules } = await store.read.programme.pointRules()
  for (const { id, takeBack: text } of rules) {
    if (text === undefined) continue
    let cursor: string | undefined
    do {
      const paging = { limit: atOnce, ...(cursor !== undefined && { cursor }) }
      cursor = await store.write(async (tables) => {
        const page = await tables.points.list({ rules: [id], open: true }, paging)
        const wanted = page.items.map((point) => ({ point, code: 'rule-taken-back', text }))
        const taken = await give(tables, await reverseOpen(tables, wanted, now), now)
        if (taken.length > 0)
          await tables.audit.append({
            ...{ at: now, action: 'points.reversed', requestId: 'import' },
            ...{ resource: pointResource.name, resourceId: '' },
          })
        return page.nextCursor
      })
    } while (cursor !== undefined)
  }
}
