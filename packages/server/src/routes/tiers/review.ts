import { decide } from '../../rules/tiers/decide.ts'
import { reviewAfter } from '../../rules/tiers/windows.ts'
import { graceWords } from '../../rules/tiers/words.ts'
import type { PartnerRecord } from '../../store/records.ts'
import type { Tables } from '../../store/store.ts'
import type { TierProgramme, TierStandingRecord } from '../../store/tiers.ts'
import { zoneOf } from '../boards/give.ts'
import { personOf, type Doer } from '../shared/journal.ts'
import { changeTier, tell } from './change.ts'
import { reached } from './measure.ts'
import { tellPartner } from './news.ts'

/** The standing of a partner that was never looked at: the tier it has, until the next review. */
export function firstStanding(
  { id, tier }: PartnerRecord,
  programme: TierProgramme,
  now: string,
  zone: string,
): TierStandingRecord {
  const isKnown = programme.tiers.some((one) => one.id === tier)
  return {
    ...{ partnerId: id, revision: 1, since: now, reviewAt: reviewAfter(now, programme, zone) },
    ...(tier !== undefined && isKnown && { tier }),
  }
}

/**
 * Looks at the tiers of partners with new points, or whose review or grace is over, and tells of those
 * that move; answers how many standings changed.
 */
export async function reviewTiers(doer: Doer, partnerIds: readonly string[]): Promise<number> {
  if (partnerIds.length === 0) return 0
  const { tables, now } = doer
  const programme = await tables.programme.tiers()
  if (programme.tiers.length === 0) return 0
  const zone = zoneOf(await tables.programme.settings())
  const partners = await tables.partners.many([...partnerIds].toSorted())
  let changed = 0
  for (const partner of partners.filter(({ active }) => active))
    if (await reviewTier(doer, partner, programme, { now, zone })) changed += 1
  return changed
}

async function reviewTier(
  doer: Doer,
  partner: PartnerRecord,
  programme: TierProgramme,
  { now, zone }: { now: string; zone: string },
): Promise<boolean> {
  const { tables } = doer
  const before = await standingFor(tables, partner, programme, { now, zone })
  const { standing, reason } = await decide(before, programme, {
    ...{ now, zone },
    reached: await reached(tables, partner.id, programme, { at: now, until: now, zone }),
    reachedAt: (at, until) => reached(tables, partner.id, programme, { at, until, zone }),
  })
  if (standing === before) {
    await tellProgress(doer, standing)
    return false
  }
  const actor = personOf(undefined)
  if (reason !== undefined) {
    await changeTier(doer, { standing, before, programme, actor, reason: { code: reason } })
    return true
  }
  await tell(doer, { ...standing, revision: before.revision + 1 })
  const { graceUntil } = standing
  if (graceUntil !== undefined && graceUntil !== before.graceUntil)
    await tellPartner(doer, standing, programme, {
      wording: (language, tier, zone) => graceWords(language, tier, { graceUntil, zone }),
      validUntil: graceUntil,
    })
  return true
}

/** Milliseconds between two events of the progress of one partner. */
const pause = 1000

/** Tells of new points in an unchanged tier; points that come too soon after an event wait for the next one. */
async function tellProgress(doer: Doer, standing: TierStandingRecord): Promise<void> {
  const { tables, now } = doer
  const { partnerId, toldAt } = standing
  const isSoon = toldAt !== undefined && Date.parse(now) - Date.parse(toldAt) < pause
  if (isSoon) await tables.boards.pulse([], [partnerId])
  else await tell(doer, standing)
}

/** The standing of a partner, kept from others until the transaction ends; made where there is none. */
export async function standingFor(
  tables: Tables,
  partner: PartnerRecord,
  programme: TierProgramme,
  { now, zone }: { now: string; zone: string },
): Promise<TierStandingRecord> {
  const known = await tables.tiers.lock(partner.id)
  if (known) return known
  const first = firstStanding(partner, programme, now, zone)
  await tables.tiers.place([first])
  return (await tables.tiers.lock(partner.id)) ?? first
}

/**
 * Looks at partners whose review or grace is over, and keeps the standing of those that have none yet,
 * at most so many; answers how many standings changed.
 */
export async function reviewDue(doer: Doer, limit: number): Promise<number> {
  const placed = await placeNew(doer, limit)
  const due = await doer.tables.tiers.due(doer.now, limit - placed)
  return placed + (await reviewTiers(doer, due))
}

/** Keeps first standings, so that the review also comes to partners that earn nothing. */
async function placeNew({ tables, now }: Doer, limit: number): Promise<number> {
  const programme = await tables.programme.tiers()
  if (programme.tiers.length === 0) return 0
  const partners = await tables.partners.many(await tables.tiers.unplaced(limit))
  if (partners.length === 0) return 0
  const zone = zoneOf(await tables.programme.settings())
  await tables.tiers.place(partners.map((partner) => firstStanding(partner, programme, now, zone)))
  return partners.length
}
