import type { Catalog } from '../base/localize.ts'
import type { Messages } from '../base/messages.ts'

type Joined<Catalogs extends readonly unknown[]> = Catalogs extends readonly [
  { readonly en: infer First },
  ...infer Rest,
]
  ? Omit<First, keyof Joined<Rest>> & Joined<Rest>
  : Record<never, never>

/** Several catalogs as one, with the languages of the first; a later one wins over an earlier one. */
export function join<const Catalogs extends readonly [Catalog, ...Catalog[]]>(
  ...catalogs: Catalogs
): { en: Joined<Catalogs>; locales: Catalog['locales'] } {
  const all = (parts: readonly Messages[]) => Object.assign({}, ...parts)
  const load = async (language: string) => {
    const files = await Promise.all(catalogs.map(({ locales }) => locales[language]?.()))
    return { messages: all(files.map((file, at) => file?.messages ?? catalogs[at]!.en)) }
  }
  return {
    en: all(catalogs.map(({ en }) => en)),
    locales: Object.fromEntries(
      Object.keys(catalogs[0].locales).map((language) => [language, () => load(language)]),
    ),
  }
}
