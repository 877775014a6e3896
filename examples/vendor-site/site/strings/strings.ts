import { languageTag } from '@prmkit/contract/rules'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en, type Strings } from './en.ts'

export type { Strings } from './en.ts'

const languages = { en, de, ar }

/** The languages of the site. */
export type Language = keyof typeof languages

/** The languages in the order in which the site offers them. */
export const languageNames = Object.entries(languages).map(
  ([language, { languageName }]) => [language as Language, languageName] as const,
)

/** The texts of the site in a language. */
export const stringsOf = (language: Language): Strings => languages[language]

/** The first of the given tags that the site speaks, else English. */
export function pickLanguage(tags: readonly (string | undefined)[]): Language {
  const known = tags.map((tag) => languageTag(tag?.split(';')[0])?.split('-')[0])
  return known.find((tag): tag is Language => tag !== undefined && tag in languages) ?? 'en'
}

/** Puts values in the places `{name}` of a text. */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
