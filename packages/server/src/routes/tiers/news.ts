import { newId } from '../../ids.ts'
import { offeredLanguages } from '../../rules/content/languages.ts'
import type { AnnouncementRecord } from '../../store/announcements.ts'
import { announcementResource } from '../announcements/resource.ts'
import { announce, type Doer } from '../shared/journal.ts'
import { zoneOf } from '../boards/give.ts'
import type { News } from '../../rules/tiers/words.ts'
import type { TierProgramme, TierStandingRecord } from '../../store/tiers.ts'

/** The words of the news for the name of the tier, in a language of the vendor and its time zone. */
type Wording = (language: string, tier: string, zone: string) => News

/** Tells the people of a partner news of its tier, in each language of the vendor, until an instant. */
export async function tellPartner(
  { tables, now }: Pick<Doer, 'tables' | 'now'>,
  { partnerId, tier = '' }: TierStandingRecord,
  programme: TierProgramme,
  { wording, validUntil }: { wording: Wording; validUntil: string },
): Promise<void> {
  const settings = await tables.programme.settings()
  const languages = offeredLanguages(settings)
  const names = programme.tiers.find(({ id }) => id === tier)?.names ?? {}
  const texts = languages.map((language) => {
    const name = names[language] ?? Object.values(names)[0] ?? tier
    return [language, wording(language, name, zoneOf(settings))] as const
  })
  const record: AnnouncementRecord = {
    ...{ id: newId('announcement'), externalIds: {}, createdAt: now, updatedAt: now, revision: 1 },
    ...{ language: languages[0] ?? 'en', texts: Object.fromEntries(texts), validFrom: now },
    ...{ validUntil, dueAt: validUntil, acknowledge: false, audience: { partnerIds: [partnerId] } },
  }
  await tables.announcements.put([record])
  await announce(announcementResource, tables, record, announcementResource.events.updated, now)
}
