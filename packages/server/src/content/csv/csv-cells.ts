/** The cells of one record, or why it is none: it ends inside quotes, or text follows a closing quote. */
export type Cells =
  { cells: string[] } | { open: true; cell: number } | { afterQuote: string; cell: number }

/** Splits one record; only a cell that begins with a quote is quoted, elsewhere a quote is a letter. */
export function splitCells(record: string, delimiter: string): Cells {
  if (!record.includes('"')) return { cells: record.split(delimiter) }
  const cells: string[] = []
  let at = 0
  for (;;) {
    let begin = at
    while (record[begin] === ' ') begin++
    if (record[begin] !== '"') {
      const end = record.indexOf(delimiter, at)
      cells.push(end === -1 ? record.slice(at) : record.slice(at, end))
      if (end === -1) return { cells }
      at = end + delimiter.length
      continue
    }
    const closing = closingQuote(record, begin + 1)
    if (closing === -1) return { open: true, cell: cells.length }
    const text = record.slice(begin + 1, closing)
    cells.push(text.includes('"') ? text.replaceAll('""', '"') : text)
    let end = closing + 1
    while (record[end] === ' ') end++
    if (end >= record.length) return { cells }
    if (!record.startsWith(delimiter, end))
      return { afterQuote: record.slice(closing + 1, closing + 21), cell: cells.length - 1 }
    at = end + delimiter.length
  }
}

function closingQuote(record: string, from: number): number {
  let at = record.indexOf('"', from)
  while (at !== -1 && record[at + 1] === '"') at = record.indexOf('"', at + 2)
  return at
}

const delimiters = [',', ';', '\t', '|']

/**
 * The separator that a first line `sep=;` states, however it is quoted, written out (`\t`) or filled up
 * by a spreadsheet (`sep=;;;`).
 */
export function statedDelimiter(line: string): string | undefined {
  const [, , blank, sign] =
    /^[\s\ufeff]*"?\s*sep\s*=(["'])?(?:(\\t|tab)|([^\p{L}\p{N}"'\\]))\1?"?[,;|\s]*$/iu.exec(line) ??
    []
  if (sign === ' ') return / ([^\s\p{L}\p{N}"'])/u.exec(line)?.[1] ?? ' '
  return blank === undefined ? sign : '\t'
}

/** The separator that a first line states, or else the one that the header uses most. */
export function detectDelimiter(header: string): string {
  const stated = statedDelimiter(header)
  if (stated !== undefined) return stated
  const bare = header.replaceAll(/"[^"]*"/g, '')
  const uses = (delimiter: string) => bare.split(delimiter).length
  return delimiters.toSorted((one, other) => uses(other) - uses(one))[0]!
}
