import type { Course } from '@prmkit/contract'
import type { Client } from '../../base/portal.ts'
import type { ItemPage, ListOperations } from '../../list/list-operations.ts'

/** The instants of courses that are not due sort after all others. */
const never = '~'

const dueAt = ({ mine }: Course) => (mine?.progress === 100 ? never : (mine?.dueAt ?? never))

/**
 * The operations of courses, with those in front that the reader is to do, what is due first in the
 * lead. The backend lists courses in the vendor’s order; what was searched for keeps the order in
 * which it fits.
 */
export function dueFirst({ courses }: Client): ListOperations<Course> {
  const list = (query: object, options?: { signal?: AbortSignal }) =>
    courses.list({ query } as never, options) as PromiseLike<ItemPage<Course>>
  return {
    get: (input, options) => courses.get(input, options),
    async list({ query }, options) {
      const { search, cursor, limit, mine } = query
      if (search || cursor || limit === 1) return list(query, options)
      const [page, open] = await Promise.all([
        list(query, options),
        mine ? undefined : list({ ...query, mine: 'open', limit: 100, facets: false }, options),
      ])
      const own = (open ?? page).items.toSorted((a, b) =>
        dueAt(a) < dueAt(b) ? -1 : +(dueAt(a) > dueAt(b)),
      )
      // The answer itself is kept: the client knows by it what changed since it was read.
      return Object.assign(page, { items: open ? [...own, ...page.items] : own })
    },
  }
}
