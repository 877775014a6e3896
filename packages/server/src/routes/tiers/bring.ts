import { moved } from '../../rules/tiers/decide.ts'
import { mainSettings } from '../../rules/content/languages.ts'
import type { PartnerRecord } from '../../store/records.ts'
import type { Tables } from '../../store/store.ts'
import { zoneOf } from '../boards/give.ts'
import type { Doer } from '../shared/journal.ts'
import { changeTier, tell } from './change.ts'
import { placePartners } from './place.ts'
import { standingFor } from './review.ts'

/**
 * Keeps partners that the vendor's files bring. A tier that a file changes is changed as by hand: it
 * holds until the review, with history, audit trail, event and news. A word that is no tier of the
 * programme takes the tier away.
 */
export async function bringPartners(
  tables: Tables,
  partners: readonly PartnerRecord[],
  now: string,
): Promise<void> {
  const programme = await tables.programme.tiers()
  if (programme.tiers.length === 0) return placePartners(tables, partners, now)
  const known = await tables.partners.many(partners.map(({ id }) => id))
  const before = new Map(known.map((partner) => [partner.id, partner]))
  const placeOf = ({ tier }: PartnerRecord) => programme.tiers.findIndex(({ id }) => id === tier)
  const moves = partners.flatMap((partner) => {
    const old = before.get(partner.id)
    return old && old.tier !== partner.tier ? [{ old, place: placeOf(partner) }] : []
  })
  // A partner that gets another tier keeps the old one until changeTier moves its scores along.
  const waiting = new Map(moves.flatMap(({ old, place }) => (place < 0 ? [] : [[old.id, old]])))
  const settings = await tables.programme.settings()
  const zone = zoneOf(settings)
  const doer: Doer = { tables, now, requestId: 'import' }
  const name = mainSettings(settings)?.vendor.name ?? 'System'
  await placePartners(
    tables,
    partners.map((partner) => withTierOf(partner, waiting.get(partner.id) ?? partner)),
    now,
  )
  for (const { old, place } of moves) {
    const standing = await standingFor(tables, old, programme, { now, zone })
    const other = moved(standing, programme, place, now, zone)
    if (place < 0) await tell(doer, other)
    else
      await changeTier(doer, {
        ...{ before: standing, standing: { ...other, byHand: true }, programme },
        ...{ actor: { name, side: 'vendor' }, reason: { code: 'import' } },
      })
  }
}

/** A partner with the tier of another record. */
function withTierOf(
  { tier: _, ...partner }: PartnerRecord,
  { tier }: PartnerRecord,
): PartnerRecord {
  return { ...partner, ...(tier !== undefined && { tier }) }
}
