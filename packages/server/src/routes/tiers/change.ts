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
  const { tables, now, caller, requestId } = doer
  const { standing, before, programme, actor, reason } = move
  const { partnerId, tier = '' } = standing
  await tables.tiers.put({ ...standing, toldAt: now })
  await tables.tiers.addChange({
    ...{ id: newId('tierchange'), partnerId, at: now, to: tier, actor, reason },
    ...(before.tier !== undefined && { from: before.tier }),
  })
  await announce(
    tierResource,
    tables,
    { ...standing, id: partnerId },
    tierResource.events.changed,
    now,
  )
  await tables.audit.append({
    ...{ at: now, action: 'tier.changed', resource: tierResource.name, resourceId: partnerId },
    ...{ requestId, partnerId },
    ...(caller && { userId: caller.user.id, sessionId: caller.session.id }),
  })
  const zone = zoneOf(await tables.programme.settings())
  await tellPartner(doer, standing, programme, {
    wording: (language, name) => tierWords(language, name, reason),
    validUntil: endOfDay(addDays(today(now, zone), newsDays), zone),
  })
  const [partner] = await tables.partners.many([partnerId])
  if (partner) await placePartners(tables, [{ ...partner, tier }], now)
  await askToEnrol(tables, now, partnerId)
}
