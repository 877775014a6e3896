import type { Resource } from '../../resource.ts'
import type { TierStandingRecord } from '../../store/tiers.ts'

/** A partner's standing under the partner's id. */
export type StandingOf = TierStandingRecord & { id: string }

const named = (standing: TierStandingRecord | undefined): StandingOf | undefined =>
  standing && { ...standing, id: standing.partnerId }

/** Tiers as the shared parts of the server see them; a record is the standing of one partner. */
export const tierResource: Resource<StandingOf, 'changed'> = {
  name: 'tiers',
  noun: 'partner',
  events: { changed: 'tiers.changed' },
  load: async (tables, id) => named(await tables.tiers.standing(id)),
  lock: async (tables, id) => named(await tables.tiers.lock(id)),
  owned: ({ partnerId }) => ({ partnerIds: [partnerId] }),
}
