import { objectOf, valueOf } from '../tree/facts.ts'
import { beginning } from '../../rules/shared/beginning.ts'

type Texts = Record<string, { title: string; description: string }>

/**
 * Titles and descriptions by language: `title` and `description` in the main one, those of others below
 * `texts`, and where they say nothing those of the package. The main language always has a title.
 */
export function textsOf(
  facts: Readonly<Record<string, unknown>>,
  languages: readonly string[],
  fallback: string,
  packed: Texts = {},
): Texts {
  const main = languages[0] ?? 'en'
  const below = objectOf(facts['texts'])
  const base = packed[main] ?? Object.values(packed)[0]
  return Object.fromEntries(
    languages.flatMap((language): [string, Texts[string]][] => {
      const own = { ...(language === main && facts), ...objectOf(below[language]) }
      const title = valueOf(own, 'title') ?? packed[language]?.title
      const description = valueOf(own, 'description') ?? packed[language]?.description
      if (language !== main && title === undefined) return []
      return [
        [
          language,
          {
            title: beginning(title ?? base?.title ?? fallback, 300),
            description: beginning(description ?? '', 5000),
          },
        ],
      ]
    }),
  )
}
