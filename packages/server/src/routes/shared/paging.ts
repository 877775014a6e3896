import type { Page } from '../../store/types.ts'

/** The page that a query asks for, with a size where it names none. */
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
