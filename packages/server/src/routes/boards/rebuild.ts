import { groupOf } from '../../rules/boards/groups.ts'
import { isShown } from '../../rules/boards/visibility.ts'
import type { PartnerRecord } from '../../store/records.ts'
import type { Store, Tables } from '../../store/store.ts'
import { sortingFor } from './give.ts'

const pageSize = 500

/** Adds the scores of boards up anew from all points; without ids, those of every board. */
export async function rebuildBoards(
  store: Store,
  ids: readonly string[] | undefined,
  now: string,
): Promise<void> {
  for (const { id } of await store.read.boards.all()) {
    if (ids && !ids.includes(id)) continue
    await store.write(async (tables) => {
      const board = await tables.boards.get(id)
      if (!board) return
      const sorting = await sortingFor(tables, await allPartners(tables), now)
      await tables.boards.rebuild({
        ...{ board, timeZone: sorting.zone, shown: isShown(board.identity) },
        groupOf(partnerId, period) {
          const partner = sorting.partners.get(partnerId)
          return partner ? groupOf(board, partner, sorting.past, { ...sorting, period }) : ''
        },
      })
    })
  }
}

async function allPartners({ partners }: Tables): Promise<string[]> {
  const found: PartnerRecord[] = []
  let cursor: string | undefined
  do {
    const page = await partners.list(
      { scope: { kind: 'all' } },
      { limit: pageSize, ...(cursor !== undefined && { cursor }) },
    )
    found.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== undefined)
  return found.map(({ id }) => id)
}
