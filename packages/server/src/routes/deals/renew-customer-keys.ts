import { customerKeys, keyRule } from '../../rules/customers/customers.ts'
import { heldKeys } from '../../rules/deals/place.ts'
import type { Log } from '../../log.ts'
import type { DealRecord } from '../../store/deals.ts'
import type { AccountRecord } from '../../store/records.ts'
import type { Store } from '../../store/store.ts'

/** The most records that one transaction changes. */
const batch = 500

/**
 * Works out the keys of all stored customers anew where they were made by another rule than this
 * server's. It works in batches, so that nobody waits long; broken off, it begins again at the next start.
 * Drafts may stay as they are: they stand in nobody's way, and get their keys as they are sent in.
 */
export async function renewCustomerKeys(
  store: Store,
  { log, rule = keyRule }: { log?: Pick<Log, 'info'>; rule?: number },
): Promise<void> {
  const before = await store.read.programme.keyRule()
  if (before === rule) return
  const deals = await renewDeals(store)
  const accounts = await renewAccounts(store)
  await store.write(({ programme }) => programme.putKeyRule(rule))
  if (deals + accounts > 0)
    log?.info({ before, rule, deals, accounts }, 'customers got the keys of another rule')
}

/** Answers how many deals got other keys. Nothing that readers see changes, so no revision moves. */
async function renewDeals(store: Store): Promise<number> {
  let count = 0
  for (let cursor: string | undefined; ;) {
    const paging = { limit: batch, ...(cursor !== undefined && { cursor }) }
    const page = await store.read.deals.list({ scope: { kind: 'all' } }, 'created_asc', paging)
    count += await store.write(async ({ deals }) => {
      const found = await deals.lockMany(page.items.map(({ id }) => id))
      const changed = found
        .map((deal): DealRecord => ({ ...deal, customerKeys: heldKeys(deal) }))
        .filter((deal, index) => differs(deal, found[index]))
      if (changed.length > 0) await deals.update(...changed)
      return changed.length
    })
    if (page.nextCursor === undefined) return count
    cursor = page.nextCursor
  }
}

async function renewAccounts(store: Store): Promise<number> {
  let count = 0
  for (let last = ''; ;) {
    const { found, changed } = await store.write(async ({ accounts }) => {
      const stored = await accounts.lockAfter(last, batch)
      const fresh = stored
        .map((account): AccountRecord => ({ ...account, customerKeys: customerKeys(account) }))
        .filter((account, index) => differs(account, stored[index]))
      if (fresh.length > 0) await accounts.put(fresh)
      return { found: stored, changed: fresh.length }
    })
    count += changed
    const end = found.at(-1)
    if (!end || found.length < batch) return count
    last = end.id
  }
}

type Keyed = { customerKeys: readonly string[] }

function differs(one: Keyed, other: Keyed | undefined): boolean {
  return one.customerKeys.join('\n') !== other?.customerKeys.join('\n')
}
