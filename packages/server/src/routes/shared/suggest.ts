import { canBeMisspelt, nearWords } from '../../rules/text-search/near-words.ts'
import { typedWords, type Synonyms } from '../../rules/text-search/query.ts'
import type { Tables } from '../../store/store.ts'
import type { TextFilter } from '../../store/texts.ts'

/** So many known words are tried for each misspelt one. */
const mostTried = 3

/**
 * Other words for a search: each word that no text has is replaced by the nearest known one. The
 * result is only suggested where it finds something that this reader may read, so that it tells
 * nothing of other texts. `nothing` says that the search itself found nothing; then its last word may
 * be misspelt, too, where otherwise it may just be unfinished.
 */
export async function suggest(
  { texts }: Pick<Tables, 'texts'>,
  filter: TextFilter,
  search: string,
  synonyms: Synonyms,
  nothing: boolean,
): Promise<string | undefined> {
  const { tokens, isLastOpen } = typedWords(search)
  const doubtful = tokens
    .filter((_, index) => nothing || !isLastOpen || index < tokens.length - 1)
    .filter(({ word }) => canBeMisspelt(word))
  if (doubtful.length === 0) return undefined
  const { languages } = filter
  const known = await texts.known(
    languages,
    doubtful.map(({ word }) => word),
  )
  const unknown = doubtful.filter(({ word }) => !known.has(word))
  if (unknown.length === 0) return undefined
  const near = new Map<string, string[]>()
  for (const { word } of unknown) {
    const words = nearWords(word, await texts.similar(languages, word))
    if (words.length === 0) return undefined
    near.set(word, words.slice(0, mostTried))
  }
  const mostWays = unknown.length === 1 ? mostTried : 1
  let best: { text: string; total: number } | undefined
  for (let way = 0; way < mostWays; way++) {
    const text = replaced(search, unknown, (word) => near.get(word)?.[way])
    if (text === undefined) break
    const { total } = await texts.count(filter, text, synonyms)
    if (total > (best?.total ?? 0)) best = { text, total }
  }
  return best?.text
}

function replaced(
  search: string,
  unknown: readonly { word: string; start: number; end: number }[],
  wordFor: (word: string) => string | undefined,
): string | undefined {
  let text = ''
  let at = 0
  for (const { word, start, end } of unknown) {
    const other = wordFor(word)
    if (other === undefined) return undefined
    text += search.slice(at, start) + other
    at = end
  }
  return text + search.slice(at)
}
