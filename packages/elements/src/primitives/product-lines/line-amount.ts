import { multiplyMoney, totalMoney } from '@prmkit/contract/rules'
import type { Money } from '../../base/values/format-money.ts'
import { hasPrice, hasQuantity, type Line } from './lines.ts'

/** Quantity × unit price, where both are there. */
export const lineAmount = ({ quantity, unitPrice }: Line): Money | undefined =>
  hasQuantity(quantity) && hasPrice(unitPrice) ? multiplyMoney(unitPrice, quantity) : undefined

/** The sums of the lines, one for each currency. */
export const lineTotals = (lines: readonly Line[]): Money[] =>
  totalMoney(lines.flatMap((line) => lineAmount(line) ?? []))
