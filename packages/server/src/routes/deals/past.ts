import { deedsOf } from '../../rules/deals/deeds.ts'
import type { Deed } from '../../rules/boards/deed.ts'
import type { DealRecord } from '../../store/deals.ts'
import type { Tables } from '../../store/store.ts'
import type { Page, Paging } from '../../store/types.ts'
import { dealResource } from './resource.ts'

/** The deeds of registrations until now, one list for each, that of the first registration first. */
export async function pastDeals(tables: Tables, paging: Paging): Promise<Page<Deed[]>> {
  const page = await tables.deals.list({ scope: { kind: 'all' } }, 'created_asc', paging)
  const items: Deed[][] = []
  for (const deal of page.items) items.push(await pastOf(tables, deal))
  return { ...page, items }
}

/**
 * The first event of each type: from the history, and from dates of the registration that alone
 * tell of an event. An action that was undone does not count.
 */
async function pastOf({ timeline }: Tables, deal: DealRecord): Promise<Deed[]> {
  const written = deedsOf(deal)
  const [any] = written
  const { deeds = [] } = dealResource
  const happened: Deed[] = []
  let cursor: string | undefined
  do {
    const paging = { limit: 100, ...(cursor !== undefined && { cursor }) }
    const page = await timeline.list(deal.id, paging)
    for (const { type, at } of page.items)
      if (type === 'deal.undone') happened.pop()
      else if (any && deeds.includes(type)) happened.push({ ...any, type, at })
    cursor = page.nextCursor
  } while (cursor !== undefined)
  const first = new Map<string, Deed>()
  for (const deed of happened) if (!first.has(deed.type)) first.set(deed.type, deed)
  for (const deed of written) if (!first.has(deed.type)) first.set(deed.type, deed)
  return [...first.values()].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))
}
