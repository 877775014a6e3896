import { sql } from 'drizzle-orm'
import { canBeMisspelt } from '../../rules/text-search/near-words.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { array } from '../query/recordset.ts'

/** The words of a text that was taken away. */
export interface Gone {
  language: string
  words: readonly string[]
}

/** Takes the texts of records away. */
export function takeOut(
  queries: Queries,
  resource: string,
  recordIds: readonly string[],
): Promise<Gone[]> {
  return rowsOf<{ language: string; words: string[] }>(
    queries,
    sql`delete from text_documents
      where resource = ${resource} and record_id = any(${array(recordIds)})
      returning language, tsvector_to_array(words) as words`,
  )
}

/** The texts whose words are set aside at once; only rarer words are looked for one by one. */
const mostSampled = 200

/** Forgets, for misspelt words, those words that no text of their language has any more. */
export async function forget(queries: Queries, gone: readonly Gone[]): Promise<void> {
  for (const language of new Set(gone.map((one) => one.language))) {
    const there = gone.filter((one) => one.language === language).flatMap(({ words }) => words)
    const words = [...new Set(there)].filter(canBeMisspelt)
    await queries.execute(
      sql`with common as (
          select unnest(tsvector_to_array(words)) as word from (
            select words from text_documents where language = ${language} limit ${mostSampled}) sampled
        ), rare as (select word from unnest(${array(words)}) as word except select word from common)
        delete from text_words where language = ${language} and word in (
          select known.word from text_words known join rare on rare.word = known.word
          where known.language = ${language} and not exists (
            select from text_documents
            where language = ${language} and words @@ quote_literal(known.word)::tsquery)
          order by known.word for update of known)`,
    )
  }
}
