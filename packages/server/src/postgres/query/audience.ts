import type { Audience } from '@prmkit/contract'
import { sql, type SQL } from 'drizzle-orm'
import { array } from './recordset.ts'
import type { Reader } from '../../rules/shared/audience.ts'

/** The conditions that a row’s audience has the reader: the rule of rules/shared/audience.ts in SQL. */
export function inAudience(reader: Reader): SQL[] {
  if (reader.kind === 'all') return []
  const names = (list: SQL, value: SQL) => sql`(${list} = '{}' or ${value} = any(${list}))`
  const { partners, role } = reader
  const hasRole = role === undefined ? [] : [names(sql`roles`, sql`${role}`)]
  // Few readers have more than one partner, so that no table of them is made.
  const ofPartner = partners.map(({ id, kind, tier, region }) => {
    const all = [
      names(sql`partner_ids`, sql`${id}`),
      names(sql`partner_kinds`, sql`${kind}`),
      names(sql`tiers`, sql`${tier ?? null}`),
      names(sql`regions`, sql`${region ?? null}`),
    ]
    return sql`(${sql.join(all, sql` and `)})`
  })
  return [...hasRole, ofPartner.length ? sql`(${sql.join(ofPartner, sql` or `)})` : sql`false`]
}

/** The condition that an audience has the partner of a row `p`, whatever the roles of its people. */
export function hasPartner({ tiers, regions, partnerKinds, partnerIds }: Audience): SQL {
  const named: [SQL, readonly string[] | undefined][] = [
    [sql`p.record->>'tier'`, tiers],
    [sql`p.record->>'region'`, regions],
    [sql`p.kind`, partnerKinds],
    [sql`p.id`, partnerIds],
  ]
  const conditions = named.flatMap(([value, names = []]) =>
    names.length === 0 ? [] : [sql`${value} = any(${array([...names])})`],
  )
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

/** The columns of an audience; an empty list is for everybody. */
export function audienceRow(audience: Audience) {
  const { tiers = [], regions = [], partnerKinds = [], partnerIds = [], roles = [] } = audience
  return { tiers, regions, partnerKinds, partnerIds, roles }
}
