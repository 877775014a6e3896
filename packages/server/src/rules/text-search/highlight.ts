import type { Highlight } from '@prmkit/contract'
import type { QueryWord, Stems } from './query.ts'
import { tokensOf, type Token } from './tokens.ts'
import { beginning } from '../shared/beginning.ts'

/** Makes the test whether a word of a text is one that the search found. */
function hitTest(words: readonly QueryWord[], stems: Stems): (token: Token) => boolean {
  const exact = new Set<string>()
  const open: string[] = []
  for (const { alternatives } of words)
    for (const { forms, prefix } of alternatives)
      for (const [index, form] of forms.entries())
        if (prefix && index === forms.length - 1 && !form.startsWith('=')) open.push(form)
        else exact.add(form)
  return (token) => {
    const { word, squeezed, parts, accented } = token
    if (exact.has(word) || open.some((form) => word.startsWith(form))) return true
    const stem = stems.get(word)
    if (stem !== undefined && exact.has(`~${stem}`)) return true
    if (accented !== undefined && exact.has(`=${accented}`)) return true
    const more = squeezed === undefined ? parts : [squeezed, ...parts]
    return more.some((one) => exact.has(one) || open.some((form) => one.startsWith(form)))
  }
}

/** A text with what was found marked; neighbouring stretches of one kind are joined. */
export function highlight(
  text: string,
  words: readonly QueryWord[],
  stems: Stems,
  tokens: readonly Token[] = tokensOf(text),
): Highlight {
  return spansOf(text, hitsOf(tokens, words, stems))
}

const excerptLength = 220

/** A piece of a text around the densest place of what was found; its beginning where nothing was. */
export function excerpt(
  text: string,
  words: readonly QueryWord[],
  stems: Stems,
  tokens: readonly Token[] = tokensOf(text),
): Highlight {
  const hits = hitsOf(tokens, words, stems)
  const first = hits[bestStart(hits)]?.start ?? 0
  const from = first > excerptLength / 3 ? wordStart(text, first - 60) : 0
  const until =
    from + excerptLength >= text.length ? text.length : wordEnd(text, from + excerptLength)
  const piece = text.slice(from, until)
  const inside = hits
    .filter(({ start, end }) => start >= from && end <= until)
    .map(({ start, end }) => ({ start: start - from, end: end - from }))
  const spans = spansOf(piece, inside)
  return [
    ...(from > 0 ? [{ text: '… ' }] : []),
    ...spans,
    ...(until < text.length ? [{ text: ' …' }] : []),
  ]
}

interface Stretch {
  start: number
  end: number
}

function hitsOf(
  tokens: readonly Token[],
  words: readonly QueryWord[],
  stems: Stems,
): readonly Stretch[] {
  return tokens.filter(hitTest(words, stems))
}

/** The index of the hit that most others follow within the length of one excerpt. */
function bestStart(hits: readonly Stretch[]): number {
  let best = 0
  let most = 0
  for (let from = 0, to = 0; from < hits.length; from++) {
    while (to < hits.length && hits[to]!.end <= hits[from]!.start + excerptLength) to++
    if (to - from > most) [best, most] = [from, to - from]
  }
  return best
}

function wordStart(text: string, at: number): number {
  const blank = text.indexOf(' ', Math.max(0, at))
  return blank === -1 || blank - at > 40 ? beginning(text, Math.max(0, at)).length : blank + 1
}

function wordEnd(text: string, at: number): number {
  const blank = text.lastIndexOf(' ', at)
  return blank === -1 || at - blank > 40 ? beginning(text, at).length : blank
}

function spansOf(text: string, hits: readonly Stretch[]): Highlight {
  const spans: Highlight = []
  let at = 0
  const push = (until: number, hit: boolean) => {
    if (until <= at) return
    const piece = text.slice(at, until)
    spans.push(hit ? { text: piece, hit } : { text: piece })
    at = until
  }
  for (const { start, end } of hits) {
    push(start, false)
    push(end, true)
  }
  push(text.length, false)
  return spans
}
