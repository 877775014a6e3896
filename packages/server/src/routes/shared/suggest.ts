import { canBeMisspelt, nearWords } from '../../rules/text-search/near-words.ts'
import { typedWords, type Synonyms } from '../../rules/text-search/query.ts'
import type { Tables } from '../../store/store.ts'
import { tokensOf } from '../../rules/text-search/tokens.ts'
import type { TextFilter, TextHit } from '../../store/texts.ts'

/** The most known words that are tried for each misspelt one. */
const mostTried = 3

/**
 * Other words for a search: each word that no text has is replaced by the nearest known one. The
 * result is only suggested where it finds something that this reader may read, so that it tells
 * nothing of other texts; of words that are as likely, the one that finds the most. Where the search
 * itself found something, its last word may just be unfinished, and a word that stands in a find is
 * none that no text has.
 */
export async function suggest(
  { texts }: Pick<Tables, 'texts'>,
  filter: TextFilter,
  search: string,
  synonyms: Synonyms,
  hits: readonly TextHit[],
): Promise<string | undefined> {
  const { tokens, isLastOpen } = typedWords(search)
  const nothing = hits.length === 0
  const maybe = tokens
    .filter((_, index) => nothing || !isLastOpen || index < tokens.length - 1)
    .filter(({ word }) => canBeMisspelt(word))
  if (maybe.length === 0) return undefined
  const seen = wordsFoundIn(hits)
  const doubtful = maybe.filter(({ word }) => !seen.has(word))
  if (doubtful.length === 0) return undefined
  const { languages } = filter
  const known = await texts.known(
    languages,
    doubtful.map(({ word }) => word),
  )
  const unknown = doubtful.filter(({ word }) => !known.has(word))
  if (unknown.length === 0) return undefined
  const near = new Map<string, string[][]>()
  for (const { word } of unknown) {
    const groups = nearWords(word, await texts.similar(languages, word))
    if (groups.length === 0) return undefined
    near.set(word, groups)
  }
  const [only, ...more] = unknown
  // Each of several misspelt words is replaced by the likeliest one; a single one is tried in more ways.
  const ways = more.length > 0 ? [[undefined]] : near.get(only!.word)!
  let left = mostTried
  for (const group of ways) {
    let best: { text: string; total: number } | undefined
    for (const way of group.slice(0, left)) {
      const text = replaced(search, unknown, (word) => way ?? near.get(word)![0]![0]!)
      const { total } = await texts.count(filter, text, synonyms)
      if (total > (best?.total ?? 0)) best = { text, total }
    }
    if (best) return best.text
    left -= group.length
    if (left <= 0) return undefined
  }
  return undefined
}

/** The words by which texts were found, as they stand there. */
function wordsFoundIn(hits: readonly TextHit[]): ReadonlySet<string> {
  const spans = hits.flatMap(({ title, section, excerpt }) => [
    ...title,
    ...(section?.heading ?? []),
    ...excerpt,
  ])
  const found = spans.filter(({ hit }) => hit).flatMap(({ text }) => tokensOf(text))
  return new Set(found.map(({ word }) => word))
}

function replaced(
  search: string,
  unknown: readonly { word: string; start: number; end: number }[],
  wordFor: (word: string) => string,
): string {
  let text = ''
  let at = 0
  for (const { word, start, end } of unknown) {
    text += search.slice(at, start) + wordFor(word)
    at = end
  }
  return text + search.slice(at)
}
