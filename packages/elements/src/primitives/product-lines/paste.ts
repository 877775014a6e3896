import { parseNumber } from '../../base/values/parse.ts'
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

/**
 * Reads rows of product, quantity and unit price, whatever other columns stand between; a heading
 * is left out, and what is no number stays as it was typed. The table may come from a place that
 * writes numbers differently from the reader's: its prices tell.
 */
export function readRows(reader: string, text: string, currencies: readonly string[]): Line[] {
  const rows = cellsOf(text)
  const width = Math.max(0, ...rows.map(({ length }) => length))
  const isNumber = (cell = '') => parseNumber(reader, withoutCurrency(cell)) !== undefined
  const numeric = Array.from({ length: width }, (_, at) => at).filter(
    (at) => at > 0 && rows.some((cells) => isNumber(cells[at])),
  )
  const [quantityAt = 0, priceAt = 0] = numeric
  const columns = numeric.flatMap((at) => rows.map((cells) => cells[at]).filter(isNumber))
  const locale = writerOf(columns.toReversed()) ?? reader
  const isHeading = (cells: string[]) =>
    numeric.length > 0 && numeric.every((at) => /^\P{Nd}+$/u.test(cells[at] ?? ''))
  return rows
    .filter((cells, index) => index > 0 || rows.length === 1 || !isHeading(cells))
    .map((cells) => {
      const [product = '', ...others] = cells
      const quantity = (quantityAt && cells[quantityAt]) || '1'
      const price = priceAt ? cells[priceAt] : ''
      const count = Number(parseNumber(locale, quantity))
      return {
        productId: { text: product || (others.find((cell) => /\p{L}/u.test(cell)) ?? '') },
        quantity: Number.isFinite(count) ? count : quantity,
        ...(price && { unitPrice: readPrice(locale, price, currencies) }),
      }
    })
}

/** A locale that writes numbers like these cells do, if one of them shows its decimals. */
function writerOf(cells: readonly (string | undefined)[]): string | undefined {
  const decimal = /\p{Nd}([.,٫])\p{Nd}{1,2}\P{Nd}*$/u
  const sign = cells.map((cell = '') => decimal.exec(cell)?.[1]).find(Boolean)
  return sign && (sign === ',' ? 'de' : 'en')
}

const withoutCurrency = (cell: string) => cell.replace(/\b[A-Z]{3}\b/i, '')

/** An amount in the currency that its code or sign names, else in the first one. */
function readPrice(locale: string, cell: string, currencies: readonly string[]) {
  const sign = (currency: string) =>
    new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
      .formatToParts(0)
      .find(({ type }) => type === 'currency')?.value ?? currency
  const named = currencies.find((code) => cell.toUpperCase().includes(code))
  return {
    amount: parseNumber(locale, withoutCurrency(cell)) ?? cell,
    currency: named ?? currencies.find((code) => cell.includes(sign(code))) ?? currencies[0] ?? '',
  }
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
