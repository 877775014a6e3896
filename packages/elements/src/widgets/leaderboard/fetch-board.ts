import type { Board, BoardMine, Period } from '@prmkit/contract'
import type { Client } from '../../base/portal.ts'
import type { Places } from './host.ts'

/** A board and a period, as they are asked for. */
export interface Asked {
  readonly board: Board | undefined
  readonly period: Period | undefined
  /** False for the vendor's own people, who have no place. */
  readonly isPartner: boolean
  /** The number of places on one page. */
  readonly limit: number
}

const request = ({ board, period, limit }: Asked) => ({
  params: { id: board?.id ?? '' },
  query: { limit, ...(period && { period: period.id }) },
})

/** The board of this id, or the first one without an id; rejects with the client's error. */
export async function findBoard(
  client: Client,
  boards: readonly Board[],
  id: string | undefined,
  signal: AbortSignal,
): Promise<Board | undefined> {
  if (!id) return boards[0]
  const listed = boards.find((board) => board.id === id)
  return listed ?? client.boards.get({ params: { id } }, { signal })
}

/** Fetches the reader's own place and the first places of a period; rejects with the client's error. */
export async function fetchBoard(
  client: Client,
  asked: Asked,
  signal?: AbortSignal,
): Promise<{ mine: BoardMine | undefined; places: Places }> {
  const options = signal ? { signal } : {}
  const { params, query } = request(asked)
  const { limit: _, ...own } = query
  const [mine, { items, nextCursor: next, total, withheld }] = await Promise.all([
    asked.isPartner ? client.boards.getMine({ params, query: own }, options) : undefined,
    client.boards.listEntries({ params, query }, options),
  ])
  return { mine, places: { items: items ?? [], next, total, withheld } }
}

/** Fetches the page after these places; rejects with the client's error. */
export async function fetchMore(client: Client, asked: Asked, places: Places): Promise<Places> {
  const { params, query } = request(asked)
  const { items, nextCursor: next } = await client.boards.listEntries({
    params,
    query: { ...query, ...(places.next !== undefined && { cursor: places.next }) },
  })
  return { ...places, items: [...places.items, ...items], next }
}
