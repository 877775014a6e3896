import { mostPoints, type Money } from '@prmkit/contract'
import { conditionHolds, valueAt } from '@prmkit/contract/rules'
import type { StoredRule } from '../../store/points.ts'

/**
 * The points that a rule gives for a record; none where a condition does not hold. They are `capped`
 * where an amount would give more than any one event may.
 */
export function pointsFor(
  rule: Pick<StoredRule, 'when' | 'points' | 'amount'>,
  record: object,
): { points: number; amount?: Money; capped?: true } | undefined {
  if (!rule.when.every((condition) => conditionHolds(condition, record))) return undefined
  const { points } = rule
  if (points === 'given') return undefined
  if (typeof points === 'number') {
    const amount = moneyAt(record, rule.amount)
    return { points, ...(amount && { amount }) }
  }
  const amount = moneyAt(record, points.of)
  const per = amount && points.per[amount.currency]
  if (!amount || per === undefined) return undefined
  const earned = wholeTimes(amount.amount, per) * points.points
  const wanted = Math.min(earned, points.most ?? earned)
  const given = Math.max(-mostPoints, Math.min(wanted, mostPoints))
  return { points: given, amount, ...(given !== wanted && { capped: true }) }
}

/** Tells whether a rule gives points for what was done at an instant. */
export function givesAt(
  { from = '', to, takeBack }: Pick<StoredRule, 'from' | 'to' | 'takeBack'>,
  at: string,
): boolean {
  return takeBack === undefined && at >= from && (to === undefined || at <= to)
}

/** The first amount at one of the pointers, which may name lists of amounts, too. */
function moneyAt(record: object, pointers: readonly string[]): Money | undefined {
  const found = pointers.flatMap((pointer) => valueAt(record, pointer) ?? [])
  const { amount, currency } = (found[0] ?? {}) as Partial<Money>
  return typeof amount === 'string' && typeof currency === 'string'
    ? { amount, currency }
    : undefined
}

/** How often a whole number fits into a decimal amount, without floating-point numbers. */
export function wholeTimes(amount: string, per: number): number {
  const [whole = '0'] = amount.split('.')
  return whole.startsWith('-') ? 0 : Number(BigInt(whole) / BigInt(per))
}

/** The part of points that stays below a cap, after the sum that was earned in the period before. */
export function capped(points: number, cap: number, before: number): number {
  return Math.max(0, Math.min(points, cap - before))
}
