import type { BoardRecord, Sheet } from '../src/store/boards.ts'
import type { PointRecord, StoredRule } from '../src/store/points.ts'
import type { PartnerRecord, UserRecord } from '../src/store/records.ts'
import type { StoredTier, TierProgramme } from '../src/store/tiers.ts'
import { give } from '../src/routes/boards/give.ts'
import type { Store } from '../src/store/store.ts'
import { later, noon, unique } from './records.ts'

/** Numbers that look random and are the same in every run. */
export function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** A board over every point of the rule `deed`. */
export function aBoard(more: Partial<BoardRecord> = {}): BoardRecord {
  const id = more.id ?? unique('board')
  return {
    ...{ id, externalIds: { key: id }, createdAt: noon, updatedAt: noon, revision: 1, position: 0 },
    ...{ status: 'published', language: 'en', custom: {} },
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

/** Boards with points of people, some of whom are visible, and three tiers. */
export async function seedBoards(store: Store): Promise<void> {
  const at = new Date().toISOString()
  await store.write(async (tables) => {
    await tables.programme.putPointRules({ rules: [aRule()], lateDays: 31 })
    await tables.programme.putTiers(threeTiers)
    await tables.boards.put([
      aBoard({ id: 'sellers', subject: 'person', identity: 'opt_in' }),
      aBoard({ id: 'companies', position: 1, ranking: 'dense' }),
      aBoard({ id: 'quiet', position: 2, subject: 'person', identity: 'own_only' }),
    ])
    const people = { north: ['ada', 'sam', 'cleo'], south: ['sol'], hub: ['hubert'] }
    const points = Object.entries(people).flatMap(([partnerId, users]) =>
      users.map((userId, index) => aPoint({ partnerId, userId, at, points: 30 - 10 * index })),
    )
    await give(tables, points, at)
    for (const subject of ['south/sol', 'north/sam']) {
      const { revision } = await tables.boards.lockChoice('sellers', subject)
      await tables.boards.choose('sellers', subject, { revision: revision + 1, visible: true })
    }
  })
}

/** A sheet of a board: of a period and a group, of all without them. */
export const sheetOf = ({ id }: BoardRecord, period = 'all', group = ''): Sheet => ({
  ...{ boardId: id, period, group },
})

/** Every entry of a sheet. */
export const entriesIn = (store: Store, sheet: Sheet) =>
  store.read.boards.entries(sheet, { above: 0, below: 100_000 })

/** Makes a board of a rule of its own, and gives points for it. */
export async function fillBoard(
  store: Store,
  points: readonly PointRecord[],
  more: Partial<BoardRecord> = {},
): Promise<BoardRecord> {
  const rule = unique('rule')
  const board = aBoard({ rules: [rule], ...more })
  const partners = [...new Set(points.map(({ partnerId }) => partnerId))]
  await store.write(async (tables) => {
    await tables.boards.put([board])
    await tables.partners.put(partners.map((id) => aPartner(id)))
    const ruled = points.map((point) => ({ ...point, rule }))
    await give(tables, ruled, later(noon, 86_400_000))
  })
  return board
}
