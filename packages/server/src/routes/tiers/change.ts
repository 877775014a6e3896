import type { Person, Reason } from '@prmkit/contract'
import { newId } from '../../ids.ts'
import type { TierProgramme, TierStandingRecord } from '../../store/tiers.ts'
import { announce, type Doer } from '../shared/journal.ts'
import { askToEnrol } from '../training/enrol-by-rules.ts'
import { tellPartner } from './news.ts'
import { placePartners } from './place.ts'
import { tierResource } from './resource.ts'
import { addDays, endOfDay, today } from '../../rules/shared/zones.ts'
import { zoneOf } from '../boards/give.ts'
import { tierWords } from '../../rules/tiers/words.ts'

/** A change of a partner's tier that was decided. */
export interface TierMove {
  standing: TierStandingRecord
  before: TierStandingRecord
  programme: TierProgramme
  actor: Person
  reason: Reason
}

/** Days for which the news of another tier is listed. */
const newsDays = 30

/**
 * Gives a partner another tier: with the scores it competes by, the history, the audit trail, an event
 * and the news for its people.
 */
export async function changeTier(doer: Doer, move: TierMove): Promise<void> {
  const { tables, now } = doer
  const { standing, before, programme, actor, reason } = move
  const { partnerId, tier = '' } = standing
  await tables.tiers.addChange({
    ...{ id: newId('tierchange'), partnerId, at: now, to: tier, actor, reason },
    ...(before.tier !== undefined && { from: before.tier }),
  })
  await keep(doer, standing, 'tier.changed')
  const zone = zoneOf(await tables.programme.settings())
  await tellPartner(doer, standing, programme, {
    wording: (language, name) => tierWords(language, name, reason),
    validUntil: endOfDay(addDays(today(now, zone), newsDays), zone),
  })
  const [partner] = await tables.partners.many([partnerId])
  if (partner) await placePartners(tables, [{ ...partner, tier }], now)
  await askToEnrol(tables, now, partnerId)
}

/** Lets a partner keep its tier by hand until the review: no change, and no news. */
export const keepTier = (doer: Doer, standing: TierStandingRecord): Promise<void> =>
  keep(doer, standing, 'tier.kept')

/** Keeps a standing, with a line of the audit trail and an event. */
async function keep(doer: Doer, standing: TierStandingRecord, action: string): Promise<void> {
  const { tables, now, caller, requestId } = doer
  const { partnerId } = standing
  await tell(doer, standing)
  await tables.audit.append({
    ...{ at: now, action, resource: tierResource.name, resourceId: partnerId },
    ...{ requestId, partnerId },
    ...(caller && { userId: caller.user.id, sessionId: caller.session.id }),
  })
}

/** Keeps a standing and tells the partner and the vendor of it by an event. */
export async function tell(
  { tables, now }: Pick<Doer, 'tables' | 'now'>,
  standing: TierStandingRecord,
): Promise<void> {
  await tables.tiers.put({ ...standing, toldAt: now })
  const subject = { ...standing, id: standing.partnerId }
  await announce(tierResource, tables, subject, tierResource.events.changed, now)
}
