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

/** What is sorted by must fit into a cursor, and into a database's index. */
const sortKeyLength = 60

/** A text as the first characters of what it is sorted by. */
export function sortKey(text: string): string {
  return Array.from(fold(text)).slice(0, sortKeyLength).join('')
}
