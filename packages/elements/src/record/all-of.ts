import type { Page } from '@prmkit/client'

/** A list as the client answers it: awaited for its first page, or walked. */
export type Walkable<Item> = AsyncIterable<Item> & PromiseLike<Page<Item>>

/** Every item of every page; most lists have one, and then nothing more is loaded. */
export async function allOf<Item>(list: Walkable<Item>): Promise<Item[]> {
  const { items: first, nextCursor } = await list
  if (!nextCursor) return first
  const items: Item[] = []
  for await (const item of list) items.push(item)
  return items
}
