import { dealTransitions } from '@prmkit/contract/rules'
import { dealMails } from '../../mail/deal-mails.ts'
import type { Resource } from '../../resource.ts'
import { dealOwned } from '../../rules/deals/owned.ts'
import type { DealRecord } from '../../store/deals.ts'

type Verb = 'commented' | 'attached' | 'detached' | 'unblocked'

/** Registrations as the shared parts of the server see them. */
export const dealResource: Resource<DealRecord, Verb> = {
  name: 'deals',
  noun: 'registration',
  events: {
    commented: 'deal.commented',
    attached: 'deal.attached',
    detached: 'deal.detached',
    unblocked: 'deal.unblocked',
  },
  deeds: [...new Set(dealTransitions.map(({ event }) => event))],
  load: (tables, id) => tables.deals.get(id),
  lock: (tables, id) => tables.deals.lock(id),
  owned: dealOwned,
  mail: {
    texts: dealMails,
    reader: async ({ deals }, id) => (await deals.get(id))?.ownerUserId,
  },
  suits: {
    idName: 'dealId',
    facts: ({ lines, stage }) => ({
      productIds: [...new Set(lines.map(({ productId }) => productId))],
      ...(stage !== undefined && { stage }),
    }),
    stages: ({ deals }) => deals?.stages ?? [],
  },
}
