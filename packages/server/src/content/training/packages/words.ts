/** A text in one language, as manifests give them. */
export interface LanguageText {
  language: string
  text: string
}

/**
 * The texts in the vendor’s languages: each takes its own one, or that of another region. Where none
 * fits, the first text stands in the main language.
 */
export function inLanguages(
  texts: readonly LanguageText[],
  languages: readonly string[],
): Record<string, string> {
  const primary = (tag: string) => tag.toLowerCase().split(/[-_]/)[0]
  const found = languages.flatMap((language): [string, string][] => {
    const one =
      texts.find((text) => text.language.toLowerCase() === language.toLowerCase()) ??
      texts.find((text) => primary(text.language) === primary(language))
    return one ? [[language, one.text]] : []
  })
  const [first] = texts
  return found.length > 0 || !first
    ? Object.fromEntries(found)
    : { [languages[0] ?? 'en']: first.text }
}
