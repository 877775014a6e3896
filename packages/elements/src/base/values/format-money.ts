import { currencyScale } from '@prmkit/contract/rules'
import { formatNumber } from './format.ts'

/** An amount of money as the contract carries it. */
export interface Money {
  /** A decimal string such as `1234.50`. */
  readonly amount: string
  /** An ISO 4217 code. */
  readonly currency: string
}

/**
 * The digits after the decimal sign: those of the currency in the contract (ISO 4217), for browsers
 * leave some out that are rarely paid in coins (CLDR), and never fewer than the amount has.
 */
export function moneyDigits({ amount, currency }: Money): {
  minimumFractionDigits: number
  maximumFractionDigits: number
} {
  const scale = currencyScale(currency)
  const digits = Math.max(scale, (amount.split('.')[1] ?? '').length)
  return { minimumFractionDigits: scale, maximumFractionDigits: Math.min(digits, 20) }
}

/** An amount with its currency; what is neither stays as the backend wrote it. */
export const formatMoney = (locale: string, money: Money): string => {
  const { amount, currency } = money
  return /^-?\d/.test(amount) && /^[A-Z]{3}$/.test(currency)
    ? // Isolated, so that text from right to left does not turn it into $US.
      formatNumber(locale, amount, { style: 'currency', currency, ...moneyDigits(money) }).replace(
        /[A-Z]+\$/,
        '\u2066$&\u2069',
      )
    : `${amount} ${currency}`
}
