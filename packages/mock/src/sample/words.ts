/** The languages that the sample vendor writes in. */
export const languages = ['en', 'de', 'ar'] as const
export type Language = (typeof languages)[number]

/** One text in each of the languages. */
export type Words = readonly [en: string, de: string, ar: string]

/** Picks the text of one language. */
export type Say = (words: Words) => string

export const sayIn =
  (language: Language): Say =>
  (words) =>
    words[languages.indexOf(language)] ?? words[0]

/** Makes something once for each language. */
export const inEveryLanguage = <Made>(
  make: (say: Say, language: Language) => Made,
): Record<Language, Made> =>
  Object.fromEntries(
    languages.map((language) => [language, make(sayIn(language), language)]),
  ) as Record<Language, Made>
