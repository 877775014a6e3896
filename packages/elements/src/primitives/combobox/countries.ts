import type { Choice } from '../field/context.ts'

// Codes that names are known for and that are no countries: unions, test data, parts of others.
const noCountry = /^(AC|C[PQ]|DG|E[AUZ]|IC|QO|TA|UN|X[AB]|ZZ)$/
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const known = new Map<string, readonly Choice[]>()

/** Whether a region code is the current one of a country, not a former one such as `DD`. */
const isCurrent = (code: string) => new Intl.Locale(`und-${code}`).region === code

/** Every country (ISO 3166) under its name in the reader's language, in the order of that language. */
export function countries(locale: string): readonly Choice[] {
  const cached = known.get(locale)
  if (cached) return cached
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
  const order = new Intl.Collator(locale)
  const list = letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((value) => {
      const label = noCountry.test(value) || !isCurrent(value) ? undefined : names.of(value)
      return label ? [{ value, label }] : []
    })
    .sort((a, b) => order.compare(a.label, b.label))
  known.set(locale, list)
  return list
}
