import type { ContentVerb, Resource } from '../../resource.ts'
import type { BoardRecord } from '../../store/boards.ts'
import type { PointRecord } from '../../store/points.ts'
import { count } from './give.ts'
import type { Doer } from '../shared/journal.ts'

/** Boards as the shared parts of the server see them. */
export const boardResource: Resource<BoardRecord, 'changed' | ContentVerb> = {
  name: 'boards',
  noun: 'board',
  // Readers look at a board anew whatever became of it.
  events: {
    ...{ changed: 'boards.changed', created: 'boards.changed', updated: 'boards.changed' },
    ...{ published: 'boards.changed', retired: 'boards.changed' },
  },
  load: (tables, id) => tables.boards.get(id),
  lock: (tables, id) => tables.boards.lock(id),
  owned: ({ status, audience }) =>
    status === 'published' ? { partnerIds: [], audiences: [audience] } : { partnerIds: [] },
  /** The name leaves the boards, and the sums stay at their places. */
  async erase({ tables }, { id, partnerIds }, pseudonym) {
    for (const partnerId of partnerIds)
      await tables.boards.rename(`${partnerId}/${id}`, `${partnerId}/${pseudonym}`)
    const boards = await tables.boards.all()
    await tables.boards.pulse(
      boards.map((board) => board.id),
      [],
    )
  },
}

/** Points as the shared parts of the server see them: the vendor's alone. */
export const pointResource: Resource<PointRecord> = {
  name: 'points',
  noun: 'event with points',
  events: {},
  load: (tables, id) => tables.points.get(id),
  lock: (tables, id) => tables.points.lock(id),
  owned: ({ partnerId }) => ({ partnerIds: [partnerId] }),
  erase: ({ tables }, { id }, pseudonym) => tables.points.rename(id, pseudonym),
}

/** Takes points whose validity is over out of the boards of all time, at most so many; answers how many. */
export async function expirePoints({ tables, now }: Doer, limit: number): Promise<number> {
  const over = await tables.points.expire(now, limit)
  await count(tables, over, now, { expired: true })
  return over.length
}
