import { currencyScale, type Amount } from './currency.ts'

/** An integer number of minor units, rounded half to even. */
function toMinor(value: bigint, fromScale: number, toScale: number): bigint {
  if (fromScale <= toScale) return value * 10n ** BigInt(toScale - fromScale)
  const divisor = 10n ** BigInt(fromScale - toScale)
  const sign = value < 0n ? -1n : 1n
  const magnitude = value * sign
  const whole = magnitude / divisor
  const twice = (magnitude % divisor) * 2n
  const up = twice > divisor || (twice === divisor && whole % 2n === 1n)
  return sign * (up ? whole + 1n : whole)
}

function parse(decimal: string): [units: bigint, scale: number] {
  const [whole = '0', fraction = ''] = decimal.split('.')
  return [BigInt(whole + fraction), fraction.length]
}

function print(minor: bigint, scale: number): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(scale + 1, '0')
  const cut = digits.length - scale
  const sign = minor < 0n ? '-' : ''
  return sign + digits.slice(0, cut) + (scale ? '.' + digits.slice(cut) : '')
}

/** Writes an amount with exactly the digits of its currency, rounded half to even. */
export function roundMoney({ amount, currency }: Amount): Amount {
  const scale = currencyScale(currency)
  const [units, given] = parse(amount)
  return { amount: print(toMinor(units, given, scale), scale), currency }
}

/** Quantity × price in the price's currency, rounded half to even. `quantity` is an integer. */
export function multiplyMoney(price: Amount, quantity: number): Amount {
  const scale = currencyScale(price.currency)
  const [units, given] = parse(price.amount)
  const minor = toMinor(units * BigInt(quantity), given, scale)
  return { amount: print(minor, scale), currency: price.currency }
}

/** The sums of amounts, one for each currency in order of first appearance; never across. */
export function totalMoney(amounts: readonly Amount[]): Amount[] {
  const sums = new Map<string, bigint>()
  for (const money of amounts) {
    const scale = currencyScale(money.currency)
    const [units, given] = parse(money.amount)
    sums.set(money.currency, (sums.get(money.currency) ?? 0n) + toMinor(units, given, scale))
  }
  return [...sums].map(([currency, minor]) => ({
    amount: print(minor, currencyScale(currency)),
    currency,
  }))
}
