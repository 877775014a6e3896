import type { Deal, DealAction } from '@prmkit/contract'
import { check } from '../../check.ts'
import type { Caller, Context } from '../../context.ts'

export const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Does an action and answers with the registration as the actor then sees it. */
export const act = ({ client }: Caller, { id, revision }: Deal, body: DealAction) =>
  client.deals.act({ params: { id }, ifMatch: revision, body })

export const attempt = (caller: Caller, { id, revision }: Deal, body: object) =>
  caller.send('POST', `/deals/${id}/actions`, { headers: { 'If-Match': `"${revision}"` }, body })

export const reason = { code: 'incomplete', text: 'Who decides at the customer?' }

/** A new registration that is under review. */
export async function underReview({ seller, manager, sample }: Context): Promise<Deal> {
  const deal = await seller.client.deals.create({ body: sample() })
  return act(manager, deal, { action: 'start_review' })
}

export async function approved(context: Context): Promise<Deal> {
  const deal = await underReview(context)
  return act(context.manager, deal, { action: 'approve', protectedUntil: inDays(90) })
}

export const seenBy = ({ client }: Caller, { id }: Deal) => client.deals.get({ params: { id } })

export const ofVendor = (
  id: string,
  title: string,
  run: (context: Context) => Promise<void>,
  rule = 'deal-transitions',
) => check(id, rule, title, run, ['manager'])
