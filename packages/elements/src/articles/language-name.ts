/** The name of a language in the reader's own. */
export function languageName(locale: string, language: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language
  } catch {
    return language
  }
}

/** True where a text is in another language than the reader's. */
export const isOtherLanguage = (language: string, locale: string): boolean =>
  language.split('-')[0]?.toLowerCase() !== locale.split('-')[0]?.toLowerCase()
