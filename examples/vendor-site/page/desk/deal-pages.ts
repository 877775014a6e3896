import type { Client } from '@prmkit/client'
import type { Deal, DealQuery, FacetValue } from '@prmkit/contract'
import { hasWords } from './work-order.ts'

/** How many registrations the desk shows at first, and how many more each time. */
export const portion = 25

/** How many a backend gives at once. */
const most = 100

/** Registrations, and what a list says of itself. */
export interface Found {
  deals: readonly Deal[]
  /** Where the list goes on. */
  next: string | undefined
  /** How many there are of each status, where the query asks. */
  counts: readonly FacetValue[] | undefined
}

/** Each registration once, as it came last: it may move while a list is read. */
export const distinct = (deals: readonly Deal[]): Deal[] => [
  ...new Map(deals.map((deal) => [deal.id, deal])).values(),
]

/** At least so many registrations, where there are so many. */
export async function loadDeals(
  client: Client,
  query: DealQuery,
  count: number,
  signal: AbortSignal,
): Promise<Found> {
  const limit = Math.ceil(count / Math.ceil(count / most))
  const list = client.deals.list({ query: { ...query, limit } }, { signal })
  let found: Found = { deals: [], next: undefined, counts: undefined }
  for await (const { items, nextCursor, facets } of list.pages()) {
    const deals = distinct([...found.deals, ...items])
    found = { deals, next: nextCursor, counts: found.counts ?? facets?.['status'] }
    if (deals.length >= count) break
  }
  return found
}

/** The registrations of partners, and of owners, whose name has the words, however many the part has. */
export async function dealsOfNamed(
  client: Client,
  search: string,
  query: DealQuery,
  signal: AbortSignal,
): Promise<readonly Deal[]> {
  const named = client.partners.list({ query: { search, limit: 20 } }, { signal })
  const owned = loadDeals(client, { ...query, ownerName: search }, portion, signal)
  const partnerId = (await named).items.map(({ id }) => id)
  const theirs =
    partnerId.length > 0 ? loadDeals(client, { ...query, partnerId }, portion, signal) : undefined
  // A backend that does not know owners answers with all of its registrations.
  const ofOwners = (await owned).deals.filter((deal) => hasWords(deal, search))
  return [...((await theirs)?.deals ?? []), ...ofOwners]
}
