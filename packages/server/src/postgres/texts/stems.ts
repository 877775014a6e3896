import { sql } from 'drizzle-orm'
import { rowsOf, type Queries } from '../engine/database.ts'
import { array } from '../query/recordset.ts'

/** The stemmers that PostgreSQL brings, by language. */
const stemmers: Readonly<Record<string, string>> = {
  ...{ ar: 'arabic', hy: 'armenian', eu: 'basque', ca: 'catalan', da: 'danish', nl: 'dutch' },
  ...{ en: 'english', et: 'estonian', fi: 'finnish', fr: 'french', de: 'german', el: 'greek' },
  ...{ hi: 'hindi', hu: 'hungarian', id: 'indonesian', ga: 'irish', it: 'italian' },
  ...{ lt: 'lithuanian', ne: 'nepali', no: 'norwegian', nb: 'norwegian', pt: 'portuguese' },
  ...{ ro: 'romanian', ru: 'russian', sr: 'serbian', es: 'spanish', sv: 'swedish', ta: 'tamil' },
  ...{ tr: 'turkish', yi: 'yiddish' },
}

const mostKept = 200_000

/** Stems that were asked for once, by language and word. */
export type StemCache = Map<string, Map<string, string>>

/**
 * The stems of words in a language, without accents; an empty one marks a word that says nothing. A
 * language that PostgreSQL has no stemmer for has none.
 */
export async function stemsOf(
  queries: Queries,
  cache: StemCache,
  language: string,
  words: Iterable<string>,
  fold: (word: string) => string,
): Promise<ReadonlyMap<string, string>> {
  const stemmer = stemmers[language.toLowerCase().split('-')[0] ?? '']
  if (stemmer === undefined) return new Map()
  let known = cache.get(stemmer)
  if (!known || known.size > mostKept) cache.set(stemmer, (known = new Map()))
  const missing: string[] = []
  for (const word of words)
    if (!known.has(word) && /^[\p{L}\p{M}']+$/u.test(word)) missing.push(word)
  if (missing.length === 0) return known
  const rows = await rowsOf<{ word: string; stem: string | null }>(
    queries,
    sql`select word, array_to_string(ts_lexize(${`${stemmer}_stem`}, word), '') as stem
      from unnest(${array([...new Set(missing)])}) as word`,
  )
  for (const { word, stem } of rows) known.set(word, fold(stem ?? word))
  return known
}
