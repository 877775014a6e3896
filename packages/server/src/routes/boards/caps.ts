import { capped } from '../../rules/boards/points.ts'
import { boundsOf, dateOf, periodOn } from '../../rules/boards/periods.ts'
import type { PointRecord, StoredRule } from '../../store/points.ts'
import type { Tables } from '../../store/store.ts'
import { partnerNames } from './give.ts'

/**
 * Lowers points to what is left below the bounds of their rules. They count one after another, as if
 * each had come alone: points that are taken back make room for those that follow. A bound holds for a
 * person, and for a company where the points name nobody. An event that takes points back is never lowered.
 */
export async function withinCaps(
  tables: Tables,
  points: readonly PointRecord[],
  rules: readonly StoredRule[],
  zone: string,
): Promise<PointRecord[]> {
  const caps = new Map(rules.map(({ id, cap }) => [id, cap]))
  const isBounded = ({ points: given, reversalOf }: PointRecord) =>
    given > 0 && reversalOf === undefined
  if (!points.some((point) => caps.get(point.rule) && isBounded(point))) return [...points]
  await tables.points.lockNames(partnerNames(points.map(({ partnerId }) => partnerId)))
  const sums = new Map<string, number>()
  const result: PointRecord[] = []
  for (const point of points) {
    const cap = caps.get(point.rule)
    if (!cap) {
      result.push(point)
      continue
    }
    const period = periodOn(cap.per, dateOf(point.at, zone))
    const { partnerId, userId = null, rule } = point
    const name = JSON.stringify([rule, partnerId, userId, period])
    const filter = { partnerIds: [partnerId], rules: [rule], userId, ...boundsOf(period, zone) }
    const sum = sums.get(name) ?? (await tables.points.sums(filter)).points
    const given = isBounded(point) ? capped(point.points, cap.points, sum) : point.points
    sums.set(name, sum + given)
    result.push(
      given === point.points
        ? point
        : { ...point, points: given, capped: true, asked: point.points },
    )
  }
  return result
}
