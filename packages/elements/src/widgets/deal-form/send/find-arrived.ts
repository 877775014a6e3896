import type { Deal, DealInput } from '@prmkit/contract'
import type { Client } from '../../../base/portal.ts'
import type { Sending } from '../../../drafts/send-once.ts'

/** The greatest difference between the clocks of device and backend, in milliseconds. */
const skew = 24 * 60 * 60 * 1000

const isOf = ({ customer, name }: DealInput, deal: Deal) =>
  deal.status !== 'draft' &&
  deal.customer.companyName === customer?.companyName &&
  (name === undefined || deal.name === name)

/** Looks for a deal that an earlier request made, among the user's own since then. */
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
