import type { PartnerRecord } from '../../store/records.ts'
import type { BoardRecord } from '../../store/boards.ts'
import type { PastFacts } from '../../store/tiers.ts'
import { isInAudience } from '../shared/audience.ts'
import { boundsOf } from './periods.ts'

type Facts = Pick<PartnerRecord, 'id' | 'kind' | 'tier' | 'region' | 'distributorId'>

/** The fields that divide a board, and its audience, outside which nobody is ranked. */
type Divided = Pick<BoardRecord, 'scope' | 'audience'>

/**
 * The sheet of those whose company is outside the audience of a board, and that of people whose role
 * is. Nobody is answered from these; they keep scores for whoever comes into the audience. A line of
 * text holds no such signs, so no tier and no region has these names.
 */
export const outside = { company: '\u0001', role: '\u0002' } as const

/** Tells whether a field of a board has readers. */
export const isField = (group: string): boolean =>
  group !== outside.company && group !== outside.role

/**
 * The field of a board in which a partner competes: by its facts now, and in a period that is over
 * by those it had at its end. So a partner that rises takes its points along, and old boards stay.
 */
export function groupOf(
  board: Divided & Pick<BoardRecord, 'contest'>,
  partner: Facts,
  past: readonly PastFacts[],
  { period, now, zone }: { period: string; now: string; zone: string },
): string {
  if (past.length === 0) return fieldOf(board, partner)
  const { until } = boundsOf(period, zone, board.contest)
  const then =
    until === undefined || until >= now
      ? undefined
      : past.find((one) => one.partnerId === partner.id && one.until > until)
  if (!then) return fieldOf(board, partner)
  const { id, kind } = partner
  return fieldOf(board, { kind, ...then, id })
}

/** The value of a partner by which it is put into a field; empty where it has none. */
export function fieldOf({ scope, audience }: Divided, partner: Facts): string {
  if (!isInAudience(audience, { kind: 'partners', partners: [partner] })) return outside.company
  const { id, tier, region, distributorId } = partner
  const value = { all: '', team: id, tier, region, distributor: distributorId }[scope]
  return value ?? ''
}

/** Tells whether every partner of a board competes in the same field, or in its own, for ever. */
export function hasFixedFields({ scope, audience }: Divided): boolean {
  const { tiers = [], regions = [], partnerKinds = [], partnerIds = [] } = audience
  const isForAll = [tiers, regions, partnerKinds, partnerIds].every((one) => one.length === 0)
  return isForAll && (scope === 'all' || scope === 'team')
}

/** Tells whether the roles of people decide who is ranked: a company has no role. */
export function hasRoles({
  subject,
  audience,
}: Pick<BoardRecord, 'subject' | 'audience'>): boolean {
  return subject === 'person' && (audience.roles ?? []).length > 0
}
