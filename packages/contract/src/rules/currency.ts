/** A decimal amount with its ISO 4217 currency. */
export interface Amount {
  amount: string
  currency: string
}

// ISO 4217 (2026-01): every currency with other than two minor digits.
const minorDigits: readonly (readonly [digits: number, codes: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
]

/** How many digits after the decimal sign a currency has (ISO 4217). */
export function currencyScale(currency: string): number {
  return minorDigits.find(([, codes]) => codes.includes(currency))?.[0] ?? 2
}

/** Tells whether an amount has no more digits than its currency allows. */
export function fitsScale({ amount, currency }: Amount): boolean {
  return (amount.split('.')[1] ?? '').length <= currencyScale(currency)
}
