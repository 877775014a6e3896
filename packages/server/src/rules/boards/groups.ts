import type { PartnerRecord } from '../../store/records.ts'
import type { BoardRecord } from '../../store/boards.ts'
import type { PastFacts } from '../../store/tiers.ts'
import { boundsOf } from './periods.ts'

type Facts = Pick<PartnerRecord, 'tier' | 'region' | 'distributorId'>

/**
 * The field of a board in which a partner competes: by its facts now, and in a period that is over
 * by those it had at its end. So a partner that rises takes its points along, and old boards stay.
 */
export function groupOf(
  { scope, contest }: Pick<BoardRecord, 'scope' | 'contest'>,
  partner: Facts & { id: string },
  past: readonly PastFacts[],
  { period, now, zone }: { period: string; now: string; zone: string },
): string {
  if (scope === 'all') return ''
  if (scope === 'team') return partner.id
  if (past.length === 0) return fieldOf(scope, partner)
  const { until } = boundsOf(period, zone, contest)
  const facts: Facts =
    until === undefined || until >= now
      ? partner
      : (past.find((one) => one.partnerId === partner.id && one.until > until) ?? partner)
  return fieldOf(scope, facts)
}

/** The value of a partner by which it is put into a field; empty where it has none. */
export function fieldOf(
  scope: BoardRecord['scope'],
  { tier, region, distributorId }: Facts,
): string {
  const value = { all: '', team: '', tier, region, distributor: distributorId }[scope]
  return value ?? ''
}
