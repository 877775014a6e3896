/**
 * The BCP 47 tag that a page or an operating system means: `de_AT.UTF-8` is `de-AT`, `DE` is `de`.
 * `undefined` where it names no language, as `auto`, `x-default`, `german` and `und` do.
 */
export function languageTag(text: string | null | undefined): string | undefined {
  try {
    // POSIX writes an underline, and after the tag an encoding or a variant (XBD 8.2).
    const tag = (text ?? '')
      .trim()
      .replace(/[.@].*/, '')
      .replaceAll('_', '-')
    const [canonical = ''] = Intl.getCanonicalLocales(tag)
    // Every registered language has two or three letters; these stand for none (ISO 639-2).
    return /^(?!und|mul|zxx)[a-z]{2,3}\b/.test(canonical) ? canonical : undefined
  } catch {
    return undefined
  }
}
