import { capped } from '../../rules/boards/points.ts'
import { boundsOf, dateOf, periodOn } from '../../rules/boards/periods.ts'
import type { PointRecord, StoredRule } from '../../store/points.ts'
import type { Tables } from '../../store/store.ts'
import { partnerNames } from './give.ts'

/** Lowers points to what is left below the bounds of their rules; they were earned one after another. */
export async function withinCaps(
  tables: Tables,
  points: readonly PointRecord[],
  rules: readonly StoredRule[],
  zone: string,
): Promise<PointRecord[]> {
  const caps = new Map(rules.map(({ id, cap }) => [id, cap]))
  const bounded = points.filter(({ rule, points: given }) => given > 0 && caps.get(rule))
  if (bounded.length === 0) return [...points]
  await tables.points.lockNames(partnerNames(points.map(({ partnerId }) => partnerId)))
  const before = new Map<string, number>()
  const result: PointRecord[] = []
  for (const point of points) {
    const cap = caps.get(point.rule)
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
    result.push(
      left === point.points ? point : { ...point, points: left, capped: true, asked: point.points },
    )
  }
  return result
}
