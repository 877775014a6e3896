import type { Alternative, QueryWord } from '../../rules/text-search/query.ts'
import { quoted } from './vector.ts'

/** How near to what was typed the words of a `tsquery` must be. */
export type Nearness = 'accented' | 'exact' | 'any'

/** The words of a search as PostgreSQL reads a `tsquery`; all of them must be there. */
export function tsQuery(words: readonly QueryWord[], nearness: Nearness): string {
  return words.map((word) => oneOf(word, nearness)).join(' & ')
}

/** The query that finds texts with one of the words at least. */
export function tsQueryOfSome(words: readonly QueryWord[]): string {
  return words.map((word) => oneOf(word, 'any')).join(' | ')
}

function oneOf({ alternatives }: QueryWord, nearness: Nearness): string {
  const accented = alternatives.filter((one) => one.nearness === 'accented')
  const exact = alternatives.filter((one) => one.nearness === 'exact')
  const chosen =
    nearness === 'any'
      ? alternatives
      : nearness === 'accented' && accented.length > 0
        ? accented
        : exact
  return `(${chosen.map(phrase).join(' | ')})`
}

function phrase({ forms, prefix }: Alternative): string {
  const last = forms.length - 1
  const text = forms.map((form, index) => quoted(form) + (prefix && index === last ? ':*' : ''))
  return text.length === 1 ? text.join('') : `(${text.join(' <-> ')})`
}
