import type { Client } from '@prmkit/client'
import type { Deal, DealQuery, FacetValue } from '@prmkit/contract'
import { hasWords, most as searched } from './work-order.ts'

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

/** How many partners a list of registrations can be asked for. */
const partnersAtOnce = 50

/**
 * The registrations of partners, and of owners, whose name has the words, however many there are; of so
 * many partners as the desk searches itself.
 */
export async function dealsOfNamed(
  client: Client,
  search: string,
  query: DealQuery,
  signal: AbortSignal,
): Promise<readonly Deal[]> {
  const owned = dealsOfOwners(client, search, query, signal)
  const named = client.partners.list({ query: { search, limit: partnersAtOnce } }, { signal })
  const theirs: Deal[] = []
  let partners = 0
  for await (const { items } of named.pages()) {
    const partnerId = items.map(({ id }) => id)
    if (partnerId.length > 0)
      for await (const page of pagesOf(client, { ...query, partnerId }, signal))
        theirs.push(...page.items)
    partners += items.length
    if (partners >= searched) break
  }
  return [...theirs, ...(await owned)]
}

async function dealsOfOwners(
  client: Client,
  search: string,
  query: DealQuery,
  signal: AbortSignal,
): Promise<Deal[]> {
  const found: Deal[] = []
  for await (const { items } of pagesOf(client, { ...query, ownerName: search }, signal)) {
    const owned = items.filter((deal) => hasWords(deal, search))
    found.push(...owned)
    // A backend that does not know owners goes on with all of its registrations.
    if (owned.length < items.length) break
  }
  return found
}

const pagesOf = (client: Client, query: DealQuery, signal: AbortSignal) =>
  client.deals.list({ query: { ...query, limit: most } }, { signal }).pages()
