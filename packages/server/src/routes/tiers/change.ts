import type { Person, Reason } from '@prmkit/contract'
import { newId } from '../../ids.ts'
import type { AnnouncementRecord } from '../../store/announcements.ts'
import type { SettingsRecord } from '../../store/records.ts'
import type { TierProgramme, TierStandingRecord } from '../../store/tiers.ts'
import { announcementResource } from '../announcements/resource.ts'
import { announce, type Doer } from '../shared/journal.ts'
import { askToEnrol } from '../training/enrol-by-rules.ts'
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
  const { standing, before, actor, reason } = move
  const { partnerId, tier = '' } = standing
  await tables.tiers.put(standing)
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
  await tellPartner(doer, move)
  const [partner] = await tables.partners.many([partnerId])
  if (partner) await placePartners(tables, [{ ...partner, tier }], now)
  await askToEnrol(tables, now, partnerId)
}

async function tellPartner({ tables, now }: Doer, move: TierMove): Promise<void> {
  const settings = await tables.programme.settings()
  const record = newsOf(move, settings, now)
  await tables.announcements.put([record])
  await announce(announcementResource, tables, record, announcementResource.events.updated, now)
}

function newsOf(
  { standing, programme, reason }: TierMove,
  settings: SettingsRecord,
  now: string,
): AnnouncementRecord {
  const { partnerId, tier = '' } = standing
  const zone = zoneOf(settings)
  const languages = Object.keys(settings.discovery)
  const names = programme.tiers.find(({ id }) => id === tier)?.names ?? {}
  const validUntil = endOfDay(addDays(today(now, zone), newsDays), zone)
  const texts = languages.map((language) => {
    const name = names[language] ?? Object.values(names)[0] ?? tier
    return [language, tierWords(language, name, reason)] as const
  })
  return {
    ...{ id: newId('announcement'), externalIds: {}, createdAt: now, updatedAt: now, revision: 1 },
    ...{ language: languages[0] ?? 'en', texts: Object.fromEntries(texts), validFrom: now },
    ...{ validUntil, dueAt: validUntil, acknowledge: false, audience: { partnerIds: [partnerId] } },
  }
}
