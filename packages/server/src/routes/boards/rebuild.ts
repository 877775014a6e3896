import { groupOf, hasRoles } from '../../rules/boards/groups.ts'
import { isShown } from '../../rules/boards/visibility.ts'
import type { BoardRecord, Fields } from '../../store/boards.ts'
import type { PastFacts } from '../../store/tiers.ts'
import type { Store, Tables } from '../../store/store.ts'
import { hasOtherRole, sortingFor, zoneOf } from './give.ts'

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
      if (board) await rebuildBoard(tables, board, now)
    })
  }
}

/** Adds the scores of one board up anew from all points. */
export async function rebuildBoard(tables: Tables, board: BoardRecord, now: string): Promise<void> {
  await tables.boards.rebuild({
    ...{ board, timeZone: zoneOf(await tables.programme.settings()) },
    shown: isShown(board.identity),
    fieldsOf: (partnerIds) => fieldsOf(tables, board, partnerIds, now),
    strangers: (userIds) => strangersTo(tables, board, userIds),
  })
}

/** Adds the boards up anew on which the roles of people decide who is ranked. */
export async function rebuildBoardsOfRoles(tables: Tables, now: string): Promise<void> {
  for (const board of await tables.boards.all())
    if (hasRoles(board)) await rebuildBoard(tables, board, now)
}

async function strangersTo(
  tables: Tables,
  board: BoardRecord,
  userIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!hasRoles(board)) return new Set()
  const users = await tables.users.many(userIds)
  return new Set(users.filter((user) => hasOtherRole(board, user)).map(({ id }) => id))
}

async function fieldsOf(
  tables: Tables,
  board: BoardRecord,
  partnerIds: readonly string[],
  now: string,
): Promise<Fields> {
  const { partners, past, zone } = await sortingFor(tables, partnerIds, now)
  const pastOf = new Map<string, PastFacts[]>()
  for (const facts of past)
    pastOf.set(facts.partnerId, [...(pastOf.get(facts.partnerId) ?? []), facts])
  return {
    moved: new Set(pastOf.keys()),
    groupOf(partnerId, period) {
      const partner = partners.get(partnerId)
      return partner
        ? groupOf(board, partner, pastOf.get(partnerId) ?? [], { period, now, zone })
        : ''
    },
  }
}
