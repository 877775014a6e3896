import type { Board, BoardMine } from '@prmkit/contract'
import type { Client } from '../../base/portal.ts'
import type { LeaderboardScene, Places } from './host.ts'

/** A board and a period, as they are asked for. */
type Asked = Pick<LeaderboardScene, 'board' | 'period' | 'me' | 'compact'>

const request = ({ board, period, compact }: Asked) => ({
  params: { id: board?.id ?? '' },
  query: { limit: compact ? 5 : 25, ...(period && { period: period.id }) },
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

/** Fetches the reader's own place and at least so many places of a period; rejects with the client's error. */
export async function fetchBoard(
  client: Client,
  asked: Asked,
  least: number,
  signal?: AbortSignal,
): Promise<{ mine: BoardMine | undefined; places: Places }> {
  const options = signal ? { signal } : {}
  const { params, query } = request(asked)
  const { limit: _, ...own } = query
  const [mine, { items, nextCursor: next, total, withheld }] = await Promise.all([
    // The vendor's own people have no place.
    asked.me?.role === 'vendor_manager'
      ? undefined
      : client.boards.getMine({ params, query: own }, options),
    client.boards.listEntries({ params, query }, options),
  ])
  let places: Places = { items, next, total, withheld }
  while (places.next && places.items.length < least)
    places = await fetchMore(client, asked, places, signal)
  return { mine, places }
}

/** Fetches the page after these places; rejects with the client's error. */
export async function fetchMore(
  client: Client,
  asked: Asked,
  places: Places,
  signal?: AbortSignal,
): Promise<Places> {
  const { params, query } = request(asked)
  const { items, nextCursor: next } = await client.boards.listEntries(
    { params, query: { ...query, ...(places.next !== undefined && { cursor: places.next }) } },
    signal ? { signal } : {},
  )
  return { ...places, items: [...places.items, ...items], next }
}
