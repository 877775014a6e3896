import { languageTag } from '@prmkit/contract/rules'
import type { SettingsRecord } from '../../store/records.ts'

/** The languages that a reader likes best of those the vendor has, the best first. */
export function wantedLanguages(wanted: readonly string[], offered: readonly string[]): string[] {
  const primary = (tag: string) => tag.toLowerCase().split('-')[0]
  const found = wanted.flatMap((tag) => [
    ...offered.filter((one) => one.toLowerCase() === tag.toLowerCase()),
    ...offered.filter((one) => primary(one) === primary(tag)),
  ])
  return [...new Set(found)]
}

/** The language in which somebody reads a text: the first wanted one that there is, else its main one. */
export function shownLanguage(
  { texts, language }: { texts: Readonly<Record<string, unknown>>; language: string },
  wanted: readonly string[],
): string {
  return wanted.find((one) => Object.hasOwn(texts, one)) ?? language
}

/**
 * The tag (BCP 47) by which dates and numbers are written in a language: with the region that the reader
 * asks for, else that of a country. English alone would mean the United States.
 */
export function regionalTag(
  language: string,
  wanted: readonly string[],
  country: string | undefined,
): string {
  if (language.includes('-')) return language
  const known = wanted
    .flatMap((tag) => languageTag(tag) ?? [])
    .find((tag) => tag.toLowerCase().startsWith(`${language.toLowerCase()}-`))
  return known ?? (country === undefined ? language : `${language}-${country}`)
}

/** The vendor's settings in its main language: a database keeps the languages in an order of its own. */
export function mainSettings(
  settings: SettingsRecord,
): SettingsRecord['discovery'][string] | undefined {
  return settings.discovery[offeredLanguages(settings)[0] ?? '']
}

/** The vendor's languages, the main one first. */
export function offeredLanguages({ discovery }: SettingsRecord): readonly string[] {
  return Object.values(discovery)[0]?.languages ?? []
}
