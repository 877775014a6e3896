import { accentedForm, withoutAccents } from './fold.ts'

/** A word of a text, and the forms under which it is found. */
export interface Token {
  /** The place in the text at which it begins and ends. */
  start: number
  end: number
  /** The whole word as it is written, folded: `node.js`, `qm-e200`, `pumpe`. */
  word: string
  /** The word with its accents, where that differs. */
  accented?: string
  /** The word without its signs, where it has any: `nodejs`, `qme200`, `dirname` of `__dirname`. */
  squeezed?: string
  /** The words between the signs: `qm` and `e200`. */
  parts: readonly string[]
}

const lexemeLength = 60
const chunk = /[\p{L}\p{N}\p{M}_]+(?:[./\\+#@:&'’*·-]+[\p{L}\p{N}\p{M}_]+)*(?:\+\+|#|\+)?/gu
const plain = new RegExp(`^[a-z0-9]{1,${lexemeLength}}$`, 'i')
const inner = /[./\\+#@:&'’*·_-]+/
/** Scripts that write no blanks between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const none: readonly string[] = []

let segmenter: Intl.Segmenter | undefined

/** The words of a text in their order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(chunk)) {
    const [written] = match
    const { index: start } = match
    // Most words are plain, and a text has thousands.
    if (plain.test(written))
      tokens.push({ start, end: start + written.length, word: written.toLowerCase(), parts: none })
    else if (unspaced.test(written)) tokens.push(...segments(written, start))
    else tokens.push(tokenOf(written, start))
  }
  // Accents without a letter are no word.
  return tokens.filter(({ word }) => word !== '')
}

function tokenOf(written: string, start: number): Token {
  const end = start + written.length
  const accented = accentedForm(written)
  const word = withoutAccents(accented)
  const parts = inner.test(word) ? word.split(inner).filter((part) => part !== '') : none
  const isLong = word.length > lexemeLength
  const joined = parts.join('')
  const squeezed = joined === word ? '' : joined
  // An address is found by its parts; a word and its apostrophe by the word.
  const whole = isLong ? (parts[0] ?? word).slice(0, lexemeLength) : word
  return {
    ...{ start, end, word: whole },
    ...(accented !== word && !isLong && { accented }),
    ...(squeezed.length > 1 && squeezed.length <= lexemeLength && { squeezed }),
    parts: parts.length > 1 ? parts.map((part) => part.slice(0, lexemeLength)) : none,
  }
}

/** The words of a stretch without blanks, by the dictionary of the runtime. */
function segments(written: string, start: number): Token[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })
  const tokens: Token[] = []
  for (const { segment, index, isWordLike } of segmenter.segment(written))
    if (isWordLike) tokens.push(tokenOf(segment, start + index))
  return tokens
}

/** Every form under which a word is found, its stem aside. */
export function formsOf({ word, squeezed, parts }: Token): string[] {
  return [word, ...(squeezed === undefined ? [] : [squeezed]), ...parts]
}
