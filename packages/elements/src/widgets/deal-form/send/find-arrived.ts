import type { Deal, DealInput } from '@prmkit/contract'
import type { Client } from '../../../base/portal.ts'
import type { Sending } from '../../../drafts/send-once.ts'

const hour = 60 * 60 * 1000
/** A backend knows a key for 24 hours. */
const keyLife = 20 * hour
/** How far two clocks may be apart. */
const skew = 24 * hour

/** Whether the backend may have forgotten the key under which something was sent. */
export const isForgotten = ({ at }: Sending<DealInput>): boolean => Date.now() - at > keyLife

const isOf = ({ customer, name }: DealInput, deal: Deal) =>
  deal.status !== 'draft' &&
  deal.customer.companyName === customer?.companyName &&
  (name === undefined || deal.name === name)

/** Looks among one's own registrations since then for one that came of what was sent. */
export async function findArrived(
  client: Client,
  { at, bodies }: Sending<DealInput>,
): Promise<{ deal: Deal; body: DealInput } | undefined> {
  const query = { owner: 'me', sort: 'created_desc', limit: 50 } as const
  for await (const deal of client.deals.list({ query })) {
    if (Date.parse(deal.createdAt) < at - skew) return undefined
    const body = bodies.findLast((one) => isOf(one, deal))
    if (body) return { deal, body }
  }
  return undefined
}
