/** A text as search and sorting see it: lower case, no accents, single spaces. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}\p{Cc}]/gu, (character) => (/\s/.test(character) ? ' ' : ''))
    .replaceAll('ß', 'ss')
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** The words that somebody looks for, each once and the longest, which sieves best, first. */
export function wordsOf(search: string): string[] {
  return [...new Set(fold(search).split(' '))]
    .filter((word) => word !== '')
    .toSorted((one, other) => other.length - one.length)
}

/** Tells whether a text has every word, wherever it stands. */
export function hasWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word))
}

/** A sort key must fit into a cursor, and into a database's index. */
const sortKeyLength = 60

/** The sort key of a text: the first characters of its folded form. */
export function sortKey(text: string): string {
  return Array.from(fold(text)).slice(0, sortKeyLength).join('')
}
