import { newId } from '../../ids.ts'
import type { Deed } from '../../rules/boards/deed.ts'
import { capped, pointsFor } from '../../rules/boards/points.ts'
import { boundsOf, dateOf, periodOn } from '../../rules/boards/periods.ts'
import { addDays, endOfDay } from '../../rules/shared/zones.ts'
import type { PointRecord, StoredRule } from '../../store/points.ts'
import type { Tables } from '../../store/store.ts'
import { give, partnerNames, zoneOf } from './give.ts'
import { reversalOf } from './reverse.ts'

/**
 * Gives and takes the points for deeds, in the transaction in which they are recorded: a crash loses
 * none, and a deed that is recorded again counts no second time. Each rule rewards a record once.
 * Without `only`, every rule does.
 */
export async function award(
  tables: Tables,
  deeds: readonly Deed[],
  now: string,
  only?: readonly StoredRule[],
): Promise<void> {
  if (deeds.length === 0) return
  // Tiers may ask for certificates, whether or not these make points.
  const certified = deeds.filter(({ resource }) => resource === 'awards')
  if (certified.length > 0)
    await tables.boards.pulse(
      [],
      certified.flatMap(({ owned }) => owned.partnerIds),
    )
  const rules = only ?? (await tables.programme.pointRules()).rules
  const found = deeds.flatMap((deed) =>
    rules
      .filter(({ event, from = '' }) => event === deed.type && deed.at >= from)
      .map((rule) => ({ deed, rule })),
  )
  const points = found.length === 0 ? [] : await earned(tables, found, now)
  await give(tables, points, now)
  await takeBack(tables, rules, deeds, now)
}

interface Found {
  deed: Deed
  rule: StoredRule
}

const keyOf = (rule: StoredRule, { resource, record }: Deed) =>
  `${rule.id} ${resource}/${record.id}`

async function earned(
  tables: Tables,
  found: readonly Found[],
  now: string,
): Promise<PointRecord[]> {
  const zone = zoneOf(await tables.programme.settings())
  const drafts = found.flatMap(({ deed, rule }) => draftOf(deed, rule, { zone, now }) ?? [])
  const known = await tables.points.byKeys(drafts.map(({ key }) => key))
  const fresh = drafts.filter(({ key }) => !known.has(key))
  const withCap = new Map(found.flatMap(({ rule }) => (rule.cap ? [[rule.id, rule]] : [])))
  return withinCaps(tables, fresh, withCap as Map<string, StoredRule>, zone)
}

function draftOf(
  deed: Deed,
  rule: StoredRule,
  { zone, now }: { zone: string; now: string },
): PointRecord | undefined {
  const [partnerId] = deed.owned.partnerIds
  const result = pointsFor(rule, deed.record)
  if (partnerId === undefined || !result || result.points === 0) return undefined
  const { at, resource, owned, type } = deed
  const { id, name } = deed.record
  return {
    ...{ id: newId('point'), key: keyOf(rule, deed), partnerId, rule: rule.id, action: type },
    ...{ points: result.points, at, createdAt: now, texts: rule.texts },
    ...(owned.ownerUserId !== undefined && { userId: owned.ownerUserId }),
    ...(result.amount && { amount: result.amount }),
    ...(result.capped && { capped: true }),
    source: { resource, id, ...(name !== undefined && { name }) },
    ...validity(rule, at, zone),
  }
}

/** The last instant at which points of a rule are valid. */
export function validity(
  { validDays }: Pick<StoredRule, 'validDays'>,
  at: string,
  zone: string,
): { validUntil?: string } {
  if (validDays === undefined) return {}
  return { validUntil: endOfDay(addDays(dateOf(at, zone), validDays), zone) }
}

/** Lowers points to what is left below the bounds of their rules; they were earned one after another. */
export async function withinCaps(
  tables: Tables,
  points: readonly PointRecord[],
  rules: ReadonlyMap<string, StoredRule>,
  zone: string,
): Promise<PointRecord[]> {
  const bounded = points.filter(({ rule, points: given }) => given > 0 && rules.get(rule)?.cap)
  if (bounded.length === 0) return [...points]
  await tables.points.lockNames(partnerNames(points.map(({ partnerId }) => partnerId)))
  const before = new Map<string, number>()
  const result: PointRecord[] = []
  for (const point of points) {
    const cap = rules.get(point.rule)?.cap
    if (!cap || point.points <= 0) {
      result.push(point)
      continue
    }
    const period = periodOn(cap.per, dateOf(point.at, zone))
    const { partnerId, userId, rule } = point
    const name = [rule, partnerId, userId, period].join(' ')
    if (!before.has(name)) {
      const person = userId === undefined ? {} : { userId }
      const filter = {
        partnerIds: [partnerId],
        rules: [rule],
        ...person,
        ...boundsOf(period, zone),
      }
      before.set(name, (await tables.points.sums(filter)).points)
    }
    const sum = before.get(name) ?? 0
    const left = capped(point.points, cap.points, sum)
    before.set(name, sum + left)
    result.push(left === point.points ? point : { ...point, points: left, capped: true })
  }
  return result
}

/** Takes points back whose record went a way that a rule names. */
async function takeBack(
  tables: Tables,
  rules: readonly StoredRule[],
  deeds: readonly Deed[],
  now: string,
): Promise<void> {
  const keys = deeds.flatMap((deed) =>
    rules
      .filter(({ takenBackBy }) => takenBackBy.includes(deed.type))
      .map((rule) => ({ key: keyOf(rule, deed), type: deed.type })),
  )
  if (keys.length === 0) return
  const given = await tables.points.byKeys(keys.map(({ key }) => key))
  const partnerIds = [...given.values()].map(({ partnerId }) => partnerId)
  await tables.points.lockNames(partnerNames(partnerIds))
  const reversals: PointRecord[] = []
  for (const { key, type } of keys) {
    const id = given.get(key)?.id
    const point = id === undefined ? undefined : await tables.points.lock(id)
    if (!point || point.reversedBy !== undefined) continue
    const reversal = reversalOf(point, { code: type }, now)
    await tables.points.update({ ...point, reversedBy: reversal.id })
    reversals.push(reversal)
  }
  await give(tables, reversals, now)
}
