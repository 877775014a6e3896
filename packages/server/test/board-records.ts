import type { BoardRecord } from '../src/store/boards.ts'
import type { PointRecord, StoredRule } from '../src/store/points.ts'
import type { PartnerRecord, UserRecord } from '../src/store/records.ts'
import type { StoredTier, TierProgramme } from '../src/store/tiers.ts'
import { noon, unique } from './records.ts'

/** A board over every point of the rule `deed`. */
export function aBoard(more: Partial<BoardRecord> = {}): BoardRecord {
  const id = more.id ?? unique('board')
  return {
    ...{ id, externalIds: { key: id }, createdAt: noon, updatedAt: noon, revision: 1, position: 0 },
    texts: { en: { title: 'Sales', unit: 'points' } },
    ...{ rules: ['deed'], rulesSince: noon, subject: 'partner', scope: 'all', identity: 'named' },
    ...{ minCohort: 1, ranking: 'competition', periods: ['month', 'year', 'all'], audience: {} },
    firstDay: '2025-01-01',
    ...more,
  }
}

/** Points of the rule `deed`. */
export function aPoint(more: Partial<PointRecord> = {}): PointRecord {
  const id = more.id ?? unique('point')
  return {
    ...{ id, key: `test ${id}`, partnerId: 'north', rule: 'deed', action: 'deed', points: 10 },
    ...{ at: noon, createdAt: noon, texts: { en: 'A deed' } },
    ...more,
  }
}

/** A rule for the vendor's own events, unless it names an event. */
export function aRule(more: Partial<StoredRule> = {}): StoredRule {
  return {
    ...{ id: 'deed', when: [], points: 'given', amount: [], takenBackBy: [], since: noon },
    texts: { en: 'A deed' },
    ...more,
  }
}

/** A partner in these fields. */
export function aPartner(id: string, more: Partial<PartnerRecord> = {}): PartnerRecord {
  return { id, externalIds: {}, name: `Company ${id}`, kind: 'reseller', active: true, ...more }
}

/** Somebody who works for a partner. */
export function aSeller(id: string, partnerId: string, more: Partial<UserRecord> = {}): UserRecord {
  return {
    ...{ id, externalIds: {}, name: `Person ${id}`, email: `${id}@${partnerId}.example` },
    ...{ role: 'partner_seller', partnerIds: [partnerId], companyWide: false, active: true },
    ...more,
  }
}

/** A tier that is reached with so many points of a year. */
export function aTier(id: string, minimum: number, more: Partial<StoredTier> = {}): StoredTier {
  const requirement = { id: 'points', texts: { en: 'Points' }, metric: 'points' as const, minimum }
  return {
    ...{ id, names: { en: id }, benefits: [{ en: `Benefit of ${id}` }] },
    requirements: minimum === 0 ? [] : [{ ...requirement, window: 'year' }],
    ...more,
  }
}

/** Three tiers with a grace of 30 days, looked at once a year. */
export const threeTiers: TierProgramme = {
  tiers: [aTier('Registered', 0), aTier('Silver', 100), aTier('Gold', 500)],
  ...{ graceDays: 30, review: 'year' },
}
