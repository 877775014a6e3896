import type { Resource } from '../../resource.ts'
import type { BoardRecord } from '../../store/boards.ts'
import type { PointRecord } from '../../store/points.ts'
import { count } from './give.ts'
import type { Doer } from '../shared/journal.ts'

/** Boards as the shared parts of the server see them. */
export const boardResource: Resource<BoardRecord, 'changed'> = {
  name: 'boards',
  noun: 'board',
  events: { changed: 'boards.changed' },
  load: (tables, id) => tables.boards.get(id),
  lock: (tables, id) => tables.boards.get(id),
  owned: ({ audience }) => ({ partnerIds: [], audiences: [audience] }),
}

/** Points as the shared parts of the server see them: the vendor's alone. */
export const pointResource: Resource<PointRecord> = {
  name: 'points',
  noun: 'event with points',
  events: {},
  load: (tables, id) => tables.points.get(id),
  lock: (tables, id) => tables.points.lock(id),
  owned: ({ partnerId }) => ({ partnerIds: [partnerId] }),
}

/** Takes points whose validity is over out of the boards of all time, at most so many; answers how many. */
export async function expirePoints({ tables, now }: Doer, limit: number): Promise<number> {
  const over = await tables.points.expire(now, limit)
  await count(tables, over, now, { expired: true })
  return over.length
}
