import { tokensOf, type Token } from './tokens.ts'

/** The stems of words by word; an empty one marks a word that says nothing, such as `the`. */
export type Stems = ReadonlyMap<string, string>

/** Groups of words that mean the same, as the vendor wrote them. */
export type Synonyms = readonly (readonly string[])[]

/** One way to find a word: these forms, one after the other. */
export interface Alternative {
  forms: readonly string[]
  /** The last form may go on. */
  prefix: boolean
  /** How near it is to what was typed. */
  nearness: 'accented' | 'exact' | 'stem'
}

/** A word of a search, and the ways to find it. */
export interface QueryWord {
  /** The word as it was typed, folded. */
  word: string
  alternatives: readonly Alternative[]
}

/** A search as both stores understand it. */
export interface TextQuery {
  /** Every one of them must be found. */
  words: readonly QueryWord[]
  /** The query has only words that say nothing, so only titles are looked at. */
  titlesOnly: boolean
}

/** Words beyond this many are not looked at. */
const mostWords = 12
/** The characters of a search that are looked at; the rest is ignored. */
const mostCharacters = 500

/** The words that somebody typed. */
export function typedWords(search: string): { tokens: Token[]; isLastOpen: boolean } {
  const text = search.slice(0, mostCharacters)
  const tokens = tokensOf(text).slice(0, mostWords)
  return { tokens, isLastOpen: tokens.at(-1)?.end === text.length }
}

/** Understands what somebody typed; `stems` knows its words, and those of the synonyms. */
export function queryOf(search: string, stems: Stems, synonyms: Synonyms = []): TextQuery {
  const { tokens, isLastOpen } = typedWords(search)
  const says = (token: Token) => stems.get(token.word) !== ''
  const telling = tokens.filter(says)
  const titlesOnly = telling.length === 0
  const used = titlesOnly ? tokens : telling
  const same = synonyms.map((group) => group.map((entry) => tokensOf(entry)))
  return {
    titlesOnly,
    words: used.map((token) => ({
      word: token.word,
      alternatives: [
        ...waysTo(token, stems, isLastOpen && token === tokens.at(-1)),
        ...synonymsOf(token, used, same, stems),
      ],
    })),
  }
}

function waysTo(token: Token, stems: Stems, prefix: boolean): Alternative[] {
  const { word, accented, squeezed, parts } = token
  const stem = stems.get(word)
  const exact = (...forms: string[]): Alternative => ({ forms, prefix, nearness: 'exact' })
  return [
    ...(accented === undefined
      ? []
      : [{ forms: [`=${accented}`], prefix, nearness: 'accented' as const }]),
    exact(word),
    ...(squeezed === undefined ? [] : [exact(squeezed)]),
    ...(parts.length > 1 ? [{ ...exact(...parts), nearness: 'stem' as const }] : []),
    ...(stem === undefined || stem === '' ? [] : byStem(word, stem)),
  ]
}

function byStem(word: string, stem: string): Alternative[] {
  const way = (form: string): Alternative => ({
    ...{ forms: [form], prefix: false, nearness: 'stem' },
  })
  return stem === word ? [way(`~${stem}`)] : [way(`~${stem}`), way(stem)]
}

/** The other words of each group that has this word; a group's entry of several words stands whole. */
function synonymsOf(
  token: Token,
  typed: readonly Token[],
  groups: readonly (readonly (readonly Token[])[])[],
  stems: Stems,
): Alternative[] {
  const stemOf = (word: string) => stems.get(word) || word
  const isIn = (entry: readonly Token[]) =>
    entry.some(({ word }) => stemOf(word) === stemOf(token.word)) &&
    entry.every(({ word }) => typed.some((one) => stemOf(one.word) === stemOf(word)))
  return groups.flatMap((group) => {
    const own = group.find(isIn)
    if (!own) return []
    return group
      .filter((entry) => entry !== own && entry.length > 0)
      .flatMap((entry) => [
        { forms: entry.map(({ word }) => word), prefix: false, nearness: 'stem' as const },
        ...(entry.length === 1 ? byStem(entry[0]!.word, stemOf(entry[0]!.word)) : []),
      ])
  })
}
