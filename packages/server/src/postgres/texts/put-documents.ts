import { sql } from 'drizzle-orm'
import { canBeMisspelt } from '../../rules/text-search/near-words.ts'
import type { Stems } from '../../rules/text-search/query.ts'
import { foldedForm } from '../../rules/text-search/fold.ts'
import { tokensOf, type Token } from '../../rules/text-search/tokens.ts'
import type { TextDocument } from '../../store/texts.ts'
import { textDocuments, textParts, textWords } from '../articles/article-schema.ts'
import { audienceRow } from '../query/audience.ts'
import { insertRows } from '../query/recordset.ts'
import { stemsOf, type StemCache } from './stems.ts'
import { Vector } from './vector.ts'
import { forget, takeOut, type Gone } from './known-words.ts'
import type { Queries } from '../engine/database.ts'

/** The characters of a text that are found: PostgreSQL takes a `tsvector` of 1 MB at most. */
const mostCharacters = 200_000

interface Part {
  heading: Token[]
  text: Token[]
}

interface Read {
  document: TextDocument
  title: Token[]
  parts: Part[]
}

/** Puts the texts of records in the place of what was there. */
export async function putDocuments(
  queries: Queries,
  stemCache: StemCache,
  documents: readonly TextDocument[],
): Promise<void> {
  const gone: Gone[] = []
  for (const resource of new Set(documents.map((one) => one.resource))) {
    const ids = documents.filter((one) => one.resource === resource).map((one) => one.recordId)
    gone.push(...(await takeOut(queries, resource, ids)))
  }
  for (const language of new Set(documents.map((one) => one.language))) {
    const read = documents.filter((one) => one.language === language).map(readDocument)
    const words = wordsIn(read)
    const stems = await stemsOf(queries, stemCache, language, words, foldedForm)
    await queries.execute(
      insertRows(
        textDocuments,
        read.map((one) => documentRow(one, stems)),
      ),
    )
    const parts = read.flatMap((one) => partRows(one, stems))
    if (parts.length > 0) await queries.execute(insertRows(textParts, parts))
    await learn(queries, language, words)
  }
  await forget(queries, gone)
}

function readDocument(document: TextDocument): Read {
  let left = mostCharacters
  const parts = document.parts.map(({ heading, text }) => {
    const taken = text.slice(0, left)
    left -= taken.length
    return { heading: tokensOf(heading), text: tokensOf(taken) }
  })
  return { document, title: tokensOf(document.title), parts }
}

function wordsIn(read: readonly Read[]): Set<string> {
  const words = new Set<string>()
  const add = (tokens: readonly Token[]) => {
    for (const { word, parts } of tokens) {
      words.add(word)
      for (const part of parts) words.add(part)
    }
  }
  for (const { title, parts } of read) {
    add(title)
    for (const { heading, text } of parts) {
      add(heading)
      add(text)
    }
  }
  return words
}

function documentRow({ document, title, parts }: Read, stems: Stems) {
  const { resource, recordId, language, isMain, languages, audience, labels } = document
  const titles = new Vector().add(title, 'A', stems)
  const headings = new Vector().add(title, 'A', stems)
  const words = new Vector().add(title, 'A', stems)
  for (const { heading, text } of parts) {
    headings.add(heading, 'B', stems)
    words.add(heading, 'B', stems).add(text, 'D', stems)
  }
  return {
    ...{ resource, recordId, language, isMain, languages: [...languages], labels: [...labels] },
    ...{ title: document.title, validUntil: document.validUntil ?? 'infinity' },
    ...audienceRow(audience),
    ...{ titles: String(titles), headings: String(headings), words: String(words) },
  }
}

function partRows({ document, parts }: Read, stems: Stems) {
  const { resource, recordId, language } = document
  return parts.map(({ heading, text }, place) => {
    const part = document.parts[place]!
    const words = new Vector().add(heading, 'B', stems).add(text, 'D', stems)
    return {
      ...{ resource, recordId, language, place, heading: part.heading },
      ...{ anchor: part.anchor ?? null, text: part.text, words: String(words) },
    }
  })
}

/** Adds words to those that a misspelt one is compared with; in one order, so that nobody waits in a circle. */
async function learn(queries: Queries, language: string, words: ReadonlySet<string>) {
  const rows = [...words]
    .filter(canBeMisspelt)
    .toSorted()
    .map((word) => ({ language, word }))
  if (rows.length > 0)
    await queries.execute(sql`${insertRows(textWords, rows)} on conflict do nothing`)
}
