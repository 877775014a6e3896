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
  const [only, ...others] = partners
  // Nearly every reader has one partner, which needs no table.
  if (only && others.length === 0)
    return [
      ...hasRole,
      names(sql`partner_ids`, sql`${only.id}`),
      names(sql`partner_kinds`, sql`${only.kind}`),
      names(sql`tiers`, sql`${only.tier ?? null}`),
      names(sql`regions`, sql`${only.region ?? null}`),
    ]
  return [
    ...hasRole,
    sql`exists (
      select from json_to_recordset(${JSON.stringify(partners)}::json) as p(id text, kind text, tier text, region text)
      where ${names(sql`partner_ids`, sql`p.id`)} and ${names(sql`partner_kinds`, sql`p.kind`)}
        and ${names(sql`tiers`, sql`p.tier`)} and ${names(sql`regions`, sql`p.region`)}
    )`,
  ]
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
