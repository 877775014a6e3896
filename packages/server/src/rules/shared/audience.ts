import type { Audience, Role } from '@prmkit/contract'
import type { Scope } from './visibility.ts'

/** The facts of a partner by which an audience chooses its readers. */
export interface PartnerFacts {
  id: string
  kind: string
  tier?: string | undefined
  region?: string | undefined
}

/**
 * A reader of content: everybody's content, or that of some partners, in one role or in whichever the
 * audience asks for.
 */
export type Reader =
  { kind: 'all' } | { kind: 'partners'; partners: readonly PartnerFacts[]; role?: Role }

/** The facts of somebody in a session that decide what they read. */
export interface Somebody {
  side: 'partner' | 'vendor'
  role: Role
  scope: Scope
}

/** The partners whose facts decide; none where everything is read. */
export function readerPartnerIds({ scope }: Pick<Somebody, 'scope'>): readonly string[] {
  switch (scope.kind) {
    case 'all':
      return []
    case 'portfolio':
      return scope.partnerIds
    case 'partner':
      return [scope.partnerId]
  }
}

/**
 * The reader behind a session. Vendor managers read everything; one with a portfolio reads what
 * anybody at one of its partners reads.
 */
export function readerOf(
  { scope, side, role }: Somebody,
  partners: readonly PartnerFacts[],
): Reader {
  if (scope.kind === 'all') return { kind: 'all' }
  const known = readerPartnerIds({ scope })
  const own = partners
    .filter(({ id }) => known.includes(id))
    .map(({ id, kind, tier, region }) => ({ id, kind, tier, region }))
  return { kind: 'partners', partners: own, ...(side === 'partner' && { role }) }
}

/**
 * The one rule of who reads a piece of content. Each field that names somebody must name the reader's
 * partner or role; a field that is absent or empty is for everybody. Content that its reader may not
 * see does not exist.
 */
export function isInAudience(
  { tiers, regions, partnerKinds, partnerIds, roles }: Audience,
  reader: Reader,
): boolean {
  if (reader.kind === 'all') return true
  if (reader.role !== undefined && !names(roles, reader.role)) return false
  return reader.partners.some(
    ({ id, kind, tier, region }) =>
      names(partnerIds, id) &&
      names(partnerKinds, kind) &&
      names(tiers, tier) &&
      names(regions, region),
  )
}

function names(values: readonly string[] | undefined, value: string | undefined): boolean {
  if (values === undefined || values.length === 0) return true
  return value !== undefined && values.includes(value)
}
