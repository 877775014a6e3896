import type { Page } from '../../store/types.ts'

/** What a caller asked of a list, with the size of a page where they did not say. */
export function paging(
  query: { limit?: number | undefined; cursor?: string | undefined },
  size = 25,
) {
  const { limit = size, cursor } = query
  return { limit, ...(cursor !== undefined && { cursor }) }
}

/** A page of records as the contract shows them. */
export function pageOf<Stored, Shown>(page: Page<Stored>, show: (record: Stored) => Shown) {
  return {
    body: {
      items: page.items.map(show),
      ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }),
    },
  }
}
