import { sql, type SQL } from 'drizzle-orm'
import { excerpt, highlight } from '../../rules/text-search/highlight.ts'
import { canBeMisspelt } from '../../rules/text-search/near-words.ts'
import {
  queryOf,
  typedWords,
  type QueryWord,
  type Stems,
  type Synonyms,
} from '../../rules/text-search/query.ts'
import { foldedForm } from '../../rules/text-search/fold.ts'
import { tokensOf, type Token } from '../../rules/text-search/tokens.ts'
import type { TextFilter, TextHit, Texts } from '../../store/texts.ts'
import { rowsOf, type Queries } from '../engine/database.ts'
import { inAudience } from '../query/audience.ts'
import { array } from '../query/recordset.ts'
import { where } from '../query/search.ts'
import { putDocuments } from './put-documents.ts'
import { stemsOf, type StemCache } from './stems.ts'
import { tsQuery, tsQueryOfSome } from './ts-query.ts'
import { forget, takeOut } from './known-words.ts'

/** The most matches in the text alone that are ranked; ranking more would take too long. */
const mostRanked = 2000

interface FoundRow {
  recordId: string
  language: string
  title: string
  heading: string | null
  anchor: string | null
  text: string | null
}

export function textTable(queries: Queries, stemCache: StemCache): Texts {
  const stemsFor = (language: string, words: Iterable<string>) =>
    stemsOf(queries, stemCache, language, words, foldedForm)

  /** Understands a search in the language that the reader likes best. */
  async function understand({ languages }: TextFilter, search: string, synonyms: Synonyms) {
    const { tokens } = typedWords(search)
    const same = synonyms.flat().flatMap((entry) => tokensOf(entry))
    const language = languages[0] ?? 'en'
    const words = [...tokens, ...same].map(({ word }) => word)
    const stems = await stemsFor(language, words)
    return { ...queryOf(search, stems, synonyms), language }
  }

  /** Stems of the words of found texts that may be forms of what was typed. */
  async function stemsIn(
    language: string,
    texts: Iterable<readonly Token[]>,
    words: readonly QueryWord[],
  ) {
    const begins = new Set(words.flatMap(({ alternatives }) => alternatives.flatMap(beginnings)))
    const there = new Set<string>()
    for (const tokens of texts)
      for (const { word } of tokens) if (begins.has(word.slice(0, 2))) there.add(word)
    return stemsFor(language, there)
  }

  return {
    put: (documents) => putDocuments(queries, stemCache, documents),

    async remove(resource, recordIds) {
      await forget(queries, await takeOut(queries, resource, recordIds))
    },

    async search(filter, search, synonyms, { offset, limit }) {
      const { words, titlesOnly, language } = await understand(filter, search, synonyms)
      if (words.length === 0) return { hits: [], more: false }
      const rows = await rowsOf<FoundRow>(
        queries,
        foundRows(filter, words, titlesOnly, { offset, limit: limit + 1 }),
      )
      const shown = rows.slice(0, limit)
      const texts = shown.flatMap((row) => [row.title, row.heading ?? '', row.text ?? ''])
      const tokens = new Map(texts.map((text) => [text, tokensOf(text)]))
      const stems = await stemsIn(language, tokens.values(), words)
      return {
        hits: shown.map((row) => hitOf(row, words, stems, tokens)),
        more: rows.length > limit,
      }
    },

    async count(filter, search, synonyms = []) {
      const conditions = conditionsOf(filter, search !== undefined)
      if (search !== undefined) {
        const { words, titlesOnly } = await understand(filter, search, synonyms)
        if (words.length === 0) return { total: 0, labels: new Map() }
        const column = titlesOnly ? sql`titles` : sql`words`
        conditions.push(sql`${column} @@ ${tsQuery(words, 'any')}::tsquery`)
      }
      const rows = await rowsOf<{ label: string | null; count: number }>(
        queries,
        // Many texts have the same labels, which are taken apart once; no language orders them.
        sql`with found as (
            select labels collate "C" as labels, count(*) as count
            from text_documents ${where(conditions)} group by 1)
          select null as label, coalesce(sum(count), 0)::int as count from found
          union all
          select label, sum(count)::int from found, unnest(labels) as label group by label`,
      )
      const total = rows.find(({ label }) => label === null)?.count ?? 0
      return {
        total,
        labels: new Map(
          rows.flatMap(({ label, count }) => (label === null ? [] : [[label, count]])),
        ),
      }
    },

    async similar(languages, word) {
      if (!canBeMisspelt(word)) return []
      const known = sql`select word from text_words where language = any(${array(languages)})`
      const alike = (begin: string, limit: number) =>
        sql`${known} and word between ${begin} and ${`${begin}\uffff`}
          and length(word) between ${word.length - 2} and ${word.length + 2} limit ${limit}`
      const rows = await rowsOf<{ word: string }>(
        queries,
        (await hasTrigrams(queries))
          ? // Two letters that changed places leave a short word few trigrams, but its beginning.
            sql`(${known} and word % ${word} order by similarity(word, ${word}) desc limit 50)
              union (${alike(word.slice(0, 2), 5000)})`
          : alike(word.slice(0, 1), 20_000),
      )
      return rows.map((row) => row.word)
    },

    async known(languages, words) {
      const rows = await rowsOf<{ word: string }>(
        queries,
        sql`select distinct word from text_words
          where language = any(${array(languages)}) and word = any(${array(words)})`,
      )
      return new Set(rows.map(({ word }) => word))
    },
  }
}

let trigrams: WeakMap<object, Promise<boolean>> | undefined

/** Whether the database has pg_trgm, asked once. */
function hasTrigrams(queries: Queries): Promise<boolean> {
  trigrams ??= new WeakMap()
  let known = trigrams.get(queries.$client)
  if (!known) {
    known = rowsOf(queries, sql`select from pg_extension where extname = 'pg_trgm'`).then(
      (rows) => rows.length > 0,
    )
    trigrams.set(queries.$client, known)
  }
  return known
}

function beginnings({ forms }: { forms: readonly string[] }): string[] {
  return forms.map((form) => form.replace(/^[~=]/, '').slice(0, 2))
}

/**
 * The finds of a search, the best first: every word in the title, then in title and headings, then
 * anywhere. Each step is only taken where the ones before do not fill the page.
 */
function foundRows(
  filter: TextFilter,
  words: readonly QueryWord[],
  titlesOnly: boolean,
  { offset, limit }: { offset: number; limit: number },
): SQL {
  const query = sql`${tsQuery(words, 'any')}::tsquery`
  const exact = sql`${tsQuery(words, 'exact')}::tsquery`
  const accented = sql`${tsQuery(words, 'accented')}::tsquery`
  const some = sql`${tsQueryOfSome(words)}::tsquery`
  const step = (column: SQL, ...without: SQL[]) => {
    const conditions = [...conditionsOf(filter, true), sql`${column} @@ ${query}`, ...without]
    return sql`(select record_id, language, title from (
        select record_id, language, title, ${column} as vector from text_documents
        ${where(conditions)} limit ${mostRanked}) matches
      order by (vector @@ ${accented})::int + (vector @@ ${exact})::int desc,
        ts_rank('{0.1, 0.2, 0.6, 1}', vector, ${query}, 1) desc, record_id
      limit ${offset + limit})`
  }
  const steps = titlesOnly
    ? [step(sql`titles`)]
    : [
        step(sql`titles`),
        step(sql`headings`, sql`not titles @@ ${query}`),
        step(sql`words`, sql`not headings @@ ${query}`),
      ]
  return sql`select found.record_id as "recordId", found.language, found.title,
      part.heading, part.anchor, part.text
    from (select * from (${sql.join(steps, sql` union all `)}) steps
      limit ${limit} offset ${offset}) found
    left join lateral (select heading, anchor, text from text_parts
      where resource = ${filter.resource} and record_id = found.record_id
        and language = found.language
      order by (words @@ ${query}) desc, ts_rank(words, ${some}, 1) desc, place limit 1
    ) part on true`
}

/**
 * The texts that the reader may find, each record in the language that they read it in. In a search
 * the resource is hidden from the planner: on a new table without statistics it would take the index of
 * resources, and read every text of one.
 */
function conditionsOf(
  { resource, reader, now, languages, labels, recordIds }: TextFilter,
  isSearch: boolean,
): SQL[] {
  const wanted = languages.map((language, index) => {
    const better = languages.slice(0, index)
    const none = better.length === 0 ? sql`` : sql` and not languages && ${array(better)}`
    return sql`(language = ${language}${none})`
  })
  const fallback = sql`(is_main and not languages && ${array(languages)})`
  return [
    isSearch ? sql`(resource = ${resource}) is true` : sql`resource = ${resource}`,
    ...(recordIds === undefined ? [] : [sql`record_id = any(${array(recordIds)})`]),
    sql`(${sql.join([...wanted, fallback], sql` or `)})`,
    sql`valid_until > ${now}::timestamptz`,
    ...inAudience(reader),
    ...labels.map((some) => sql`labels && ${array(some)}`),
  ]
}

function hitOf(
  row: FoundRow,
  words: readonly QueryWord[],
  stems: Stems,
  tokens: ReadonlyMap<string, readonly Token[]>,
): TextHit {
  const { recordId, title, anchor, text } = row
  const marked = (part: string) => highlight(part, words, stems, tokens.get(part))
  return {
    recordId,
    title: marked(title),
    ...(anchor !== null && { section: { heading: marked(row.heading ?? ''), anchor } }),
    excerpt: text === null ? [] : excerpt(text, words, stems, tokens.get(text)),
  }
}
