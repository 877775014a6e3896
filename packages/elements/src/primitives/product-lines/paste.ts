import { parseNumber } from '../../base/parse.ts'
import { exactChoice } from '../combobox/matching.ts'
import type { Choice } from '../field/context.ts'
import type { Line } from './lines.ts'

/** The cells of text copied from a spreadsheet; a quoted cell may hold tabs and line ends. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n?|\n|$)/g,
  )) {
    const cell = (quoted?.replaceAll('""', '"') ?? plain).replace(/\s+/g, ' ').trim()
    rows.at(-1)?.push(cell)
    if (!end) break
    if (end !== '\t') rows.push([])
  }
  return rows.filter((cells) => cells.some(Boolean))
}

/** Reads rows of product, quantity and unit price; a heading row is left out. */
export function readRows(locale: string, text: string, currencies: readonly string[]): Line[] {
  const rows = cellsOf(text).map((cells) => readRow(locale, cells, currencies))
  const [first, ...rest] = rows
  const heading = first && !first.numbers && rest.some(({ numbers }) => numbers)
  return (heading ? rest : rows).map(({ line }) => line)
}

function readRow(locale: string, cells: string[], currencies: readonly string[]) {
  const [product = '', ...others] = cells
  const numeric = others.flatMap((cell) => {
    const currency = currencies.find((code) => cell.toUpperCase().includes(code))
    const number = parseNumber(locale, cell.replace(/[A-Za-z]{3}/, ''))
    return number === undefined ? [] : [{ number, currency }]
  })
  const words = others.filter((cell) => cell && /\p{L}{4}/u.test(cell))
  const [quantity, price] = numeric
  const count = Number(quantity?.number ?? 1)
  const line: Line = {
    productId: { text: product || (words[0] ?? '') },
    name: words[0],
    quantity: count,
    ...(price && {
      unitPrice: { amount: price.number, currency: price.currency ?? currencies[0] ?? '' },
    }),
  }
  return { line, numbers: numeric.length > 0 }
}

type Search = (text: string) => Promise<readonly Choice[]>

const parallel = 4

/** Looks up each different product text, a few at a time, and tells what was found. */
export async function matchProducts(
  texts: Iterable<string>,
  search: Search,
  onFound: (text: string, found: Choice | undefined) => void,
): Promise<void> {
  const waiting = [...new Set(texts)]
  const work = async () => {
    for (let text = waiting.shift(); text !== undefined; text = waiting.shift()) {
      const choices = await search(text).catch(() => [])
      onFound(text, exactChoice(choices, text) ?? (choices.length === 1 ? choices[0] : undefined))
    }
  }
  await Promise.all(Array.from({ length: parallel }, work))
}
