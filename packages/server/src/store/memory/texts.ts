import type { Highlight } from '@prmkit/contract'
import { isInAudience } from '../../rules/shared/audience.ts'
import { excerpt, highlight } from '../../rules/text-search/highlight.ts'
import {
  queryOf,
  type Alternative,
  type QueryWord,
  type Stems,
  type Synonyms,
} from '../../rules/text-search/query.ts'
import { formsOf, tokensOf } from '../../rules/text-search/tokens.ts'
import type { TextPart } from '../rendered.ts'
import type { TextDocument, TextFilter, TextHit, Texts } from '../texts.ts'
import { Table, type Undo } from './table.ts'

/** Plain words and their beginnings; only a database knows stems. */
const noStems: Stems = new Map()

/** The forms of all words of a text. */
type Forms = ReadonlySet<string>

interface Indexed {
  document: TextDocument
  title: Forms
  headings: Forms
  all: Forms
  parts: readonly { part: TextPart; forms: Forms }[]
}

/** A search in memory: the same facts as in a database, found by plain words and their beginnings. */
export function textTable(undo: Undo): Texts {
  const index = new WeakMap<TextDocument, Indexed>()
  const table = new Table<TextDocument>(undo)
  const keyOf = ({ resource, recordId, language }: TextDocument) =>
    `${resource} ${recordId} ${language}`

  function indexed(document: TextDocument): Indexed {
    let found = index.get(document)
    if (!found) index.set(document, (found = indexOf(document)))
    return found
  }

  function visible(filter: TextFilter): TextDocument[] {
    const { resource, reader, now, languages, labels, recordIds } = filter
    return [...table.rows.values()].filter(
      (document) =>
        document.resource === resource &&
        (recordIds?.includes(document.recordId) ?? true) &&
        isShown(document, languages) &&
        (document.validUntil === undefined || document.validUntil > now) &&
        isInAudience(document.audience, reader) &&
        labels.every((some) => some.some((label) => document.labels.includes(label))),
    )
  }

  function matching(filter: TextFilter, search: string, synonyms: Synonyms) {
    const query = queryOf(search, noStems, synonyms)
    if (query.words.length === 0) return { words: query.words, found: [] }
    const scored = visible(filter).flatMap((document) => {
      const one = indexed(document)
      const score = scoreOf(one, query.words)
      return score > 0 ? [{ one, score }] : []
    })
    const found = scored.toSorted(
      (a, b) => b.score - a.score || (a.one.document.title < b.one.document.title ? -1 : 1),
    )
    return { words: query.words, found: found.map(({ one }) => one) }
  }

  return {
    async put(documents) {
      for (const resource of new Set(documents.map((one) => one.resource)))
        forget(
          resource,
          documents.filter((one) => one.resource === resource).map((one) => one.recordId),
        )
      for (const document of documents) table.put(keyOf(document), document)
    },
    async remove(resource, recordIds) {
      forget(resource, recordIds)
    },
    async search(filter, search, synonyms, { offset, limit }) {
      const { words, found } = matching(filter, search, synonyms)
      return {
        hits: found.slice(offset, offset + limit).map((one) => hitOf(one, words)),
        more: found.length > offset + limit,
      }
    },
    async count(filter, search, synonyms = []) {
      const found =
        search === undefined
          ? visible(filter)
          : matching(filter, search, synonyms).found.map(({ document }) => document)
      const labels = new Map<string, number>()
      for (const document of found)
        for (const label of document.labels) labels.set(label, (labels.get(label) ?? 0) + 1)
      return { total: found.length, labels }
    },
    async similar(languages, word) {
      const words = [...table.rows.values()]
        .filter(({ language }) => languages.includes(language))
        .flatMap((document) => [...indexed(document).all])
      return [...new Set(words)].filter((one) => one[0] === word[0])
    },
    async known(languages, words) {
      const documents = [...table.rows.values()].filter((one) => languages.includes(one.language))
      return new Set(
        words.filter((word) => documents.some((document) => indexed(document).all.has(word))),
      )
    },
  }

  function forget(resource: string, recordIds: readonly string[]) {
    for (const [key, document] of [...table.rows])
      if (document.resource === resource && recordIds.includes(document.recordId)) table.delete(key)
  }
}

/** Tells whether this is the language in which somebody with these wishes reads the record. */
export function isShown(
  { language, isMain, languages }: Pick<TextDocument, 'language' | 'isMain' | 'languages'>,
  wanted: readonly string[],
): boolean {
  const best = wanted.find((one) => languages.includes(one))
  return best === undefined ? isMain : best === language
}

function indexOf(document: TextDocument): Indexed {
  const title = formsIn(document.title)
  const parts = document.parts.map((part) => ({
    part,
    forms: new Set([...formsIn(part.heading), ...formsIn(part.text)]),
  }))
  const headings = new Set([
    ...title,
    ...formsIn(document.parts.map((one) => one.heading).join('\n')),
  ])
  const all = new Set([...headings, ...parts.flatMap(({ forms }) => [...forms])])
  return { document, title, headings, all, parts }
}

function formsIn(text: string): Forms {
  return new Set(
    tokensOf(text).flatMap((token) => [
      ...formsOf(token),
      ...(token.accented === undefined ? [] : [`=${token.accented}`]),
    ]),
  )
}

/** The rank of a text: highest where every word stands in the title, lower in headings or below; 0 where a word is missing. */
function scoreOf({ title, headings, all }: Indexed, words: readonly QueryWord[]): number {
  if (!hasAll(all, words)) return 0
  const exact = words.every(({ alternatives }) =>
    alternatives.some((one) => one.nearness === 'exact' && !one.prefix && has(all, one)),
  )
  const accented = words.every(
    ({ alternatives: [first] }) => first?.nearness !== 'accented' || has(all, first),
  )
  const place = hasAll(title, words) ? 3 : hasAll(headings, words) ? 2 : 1
  return place * 4 + (accented ? 2 : 0) + (exact ? 1 : 0)
}

function hasAll(forms: Forms, words: readonly QueryWord[]): boolean {
  return words.every(({ alternatives }) => alternatives.some((one) => has(forms, one)))
}

function has(there: Forms, { forms, prefix }: Alternative): boolean {
  return forms.every((form, index) => {
    if (there.has(form)) return true
    if (!prefix || index < forms.length - 1) return false
    for (const one of there) if (one.startsWith(form)) return true
    return false
  })
}

function hitOf({ document, parts }: Indexed, words: readonly QueryWord[]): TextHit {
  const best = parts
    .map(({ part, forms }) => ({
      part,
      fit: words.filter(({ alternatives }) => alternatives.some((one) => has(forms, one))).length,
    }))
    .reduce<{ part: TextPart; fit: number } | undefined>(
      (before, one) => (before && before.fit >= one.fit ? before : one),
      undefined,
    )?.part
  return {
    recordId: document.recordId,
    title: highlight(document.title, words, noStems),
    ...sectionOf(best, words, noStems),
    excerpt: best ? excerpt(best.text, words, noStems) : [],
  }
}

/** The heading of a part with what was found, where the part has a place of its own. */
export function sectionOf(
  part: Pick<TextPart, 'heading' | 'anchor'> | undefined,
  words: readonly QueryWord[],
  stems: Stems,
): { section?: { heading: Highlight; anchor: string } } {
  if (part?.anchor === undefined) return {}
  return { section: { heading: highlight(part.heading, words, stems), anchor: part.anchor } }
}
