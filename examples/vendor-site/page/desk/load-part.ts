import type { Client } from '@prmkit/client'
import type { Deal, DealQuery } from '@prmkit/contract'
import { dealsOfNamed, distinct, loadDeals, type Found } from './deal-pages.ts'
import { queryOf } from './tabs.ts'
import { dueFirst, hasWords, most } from './work-order.ts'

/** The part of the queue to load. */
interface Part {
  tab: string
  newest: boolean
  search: string
  query: DealQuery
  /** The registrations that stay on screen. */
  shown: readonly Deal[]
  /** How many registrations the list is to show. */
  count: number
}

/** Loads a part of the queue; `all` are its registrations as far as they were loaded without a search. */
export async function loadPart(
  client: Client,
  { tab, newest, search, query, shown, count }: Part,
  all: readonly Deal[],
  signal: AbortSignal,
): Promise<Found & { all: readonly Deal[] }> {
  const ordered = tab === 'decide' && !newest
  const wanted = ordered ? most : count - shown.length
  const { deals, next, counts } = await loadDeals(client, query, wanted, signal)
  const found = distinct([...shown, ...deals])
  let whole = search ? all : found
  if (search && tab !== 'decide' && whole.length < most)
    whole = (await loadDeals(client, queryOf(tab, newest, ''), most, signal)).deals
  // A backend searches numbers, projects and customers; partners and owners are asked for by name.
  const also = search ? whole.filter((deal) => hasWords(deal, search)) : []
  const theirs = search ? await dealsOfNamed(client, search, queryOf(tab, newest, ''), signal) : []
  const listed = distinct([...found, ...also, ...theirs])
  return { deals: ordered ? dueFirst(listed) : listed, next, counts, all: whole }
}
