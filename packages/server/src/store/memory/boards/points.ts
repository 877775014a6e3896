import type { PointFilter, PointRecord, Points } from '../../points.ts'
import { KeysetTable } from '../keyset-table.ts'
import type { Undo } from '../table.ts'

export function pointTable(
  undo: Undo,
): Points & { all(): Iterable<PointRecord & { expired?: true }> } {
  const byKey = new Map<string, string>()
  const table = new KeysetTable<PointRecord & { expired?: true }>(
    undo,
    { list: 'points', by: ({ at }) => at, descending: true },
    (before, after) => {
      if (before) byKey.delete(before.key)
      if (after) byKey.set(after.key, after.id)
    },
  )

  function* matching(filter: PointFilter): Generator<PointRecord> {
    for (const point of table.rows.values()) if (matches(point, filter)) yield point
  }

  return {
    all: () => table.rows.values(),
    async insert(points) {
      return points.filter((point) => {
        if (byKey.has(point.key)) return false
        table.put(point.id, isOver(point, point.createdAt) ? { ...point, expired: true } : point)
        return true
      })
    },
    async byKeys(keys) {
      return new Map(
        keys.flatMap((key) => {
          const point = table.get(byKey.get(key) ?? '')
          return point ? [[key, point] as const] : []
        }),
      )
    },
    async lock(id) {
      return table.get(id)
    },
    async get(id) {
      return table.get(id)
    },
    async update(point) {
      const { expired } = table.get(point.id) ?? {}
      table.put(point.id, { ...point, ...(expired && { expired }) })
    },
    async list(filter, paging) {
      return table.page(paging, matching(filter) as Iterable<PointRecord>)
    },
    async sums(filter) {
      const sums = { points: 0, count: 0, amounts: {} as Record<string, number> }
      for (const { points, reversalOf, reversedBy, amount } of matching(filter)) {
        sums.points += points
        if (reversalOf !== undefined || reversedBy !== undefined) continue
        sums.count += 1
        if (amount)
          sums.amounts[amount.currency] =
            (sums.amounts[amount.currency] ?? 0) + Math.round(Number(amount.amount) * 10_000)
      }
      for (const [currency, tenThousandths] of Object.entries(sums.amounts))
        sums.amounts[currency] = Math.floor(tenThousandths / 10_000)
      return sums
    },
    async lockNames() {},
    async expire(now, limit) {
      const over = [...table.rows.values()]
        .filter((point) => !point.expired && isOver(point, now))
        .slice(0, limit)
      for (const point of over) table.put(point.id, { ...point, expired: true })
      return over
    },
    async rename(userId, pseudonym) {
      for (const point of [...table.rows.values()])
        if (point.userId === userId) table.put(point.id, { ...point, userId: pseudonym })
    },
  }
}

const isOver = ({ validUntil }: PointRecord, now: string) =>
  validUntil !== undefined && validUntil <= now

function matches(
  point: PointRecord & { expired?: true },
  { partnerIds, userId, rules, from, until, validAt, counted, open }: PointFilter,
): boolean {
  return (
    (!partnerIds || partnerIds.includes(point.partnerId)) &&
    (userId === undefined || (point.userId ?? null) === userId) &&
    (!rules || rules.includes(point.rule)) &&
    (from === undefined || point.at >= from) &&
    (until === undefined || point.at <= until) &&
    (validAt === undefined || !isOver(point, validAt)) &&
    !(counted && point.expired) &&
    !(open && (point.reversalOf ?? point.reversedBy) !== undefined)
  )
}
