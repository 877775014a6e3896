import { saveFile } from '../base/save-file.ts'
import type { Column, ListScene } from './list-definition.ts'
import type { ListItem } from './list-operations.ts'

// A spreadsheet runs these as a formula, also typed in full width.
const formula = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/

/** A cell as RFC 4180 writes it, with the formula in it made plain. */
function cell(value: string | undefined, separator: string): string {
  const text = value ?? ''
  const plain = formula.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text
  const quoted = plain.includes(separator) || /["\r\n]/.test(plain)
  return quoted ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** True where numbers have a decimal comma, so that spreadsheets part cells by semicolons. */
const hasComma = (locale: string) =>
  new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).format(0.5).includes(',')

/** The reader's civil time, as every spreadsheet reads it. */
const timeOf = (instant: string | undefined) => {
  const date = new Date(instant ?? NaN)
  return Number.isNaN(+date) ? instant : date.toLocaleString('sv-SE').slice(0, 16)
}

/**
 * Items as a spreadsheet with the reader's settings opens them: the reader's words, separators and
 * time zone, dates as ISO 8601 writes them.
 */
export function csvOf<Item>(
  locale: string,
  columns: readonly Column<Item>[],
  items: readonly Item[],
): string {
  const comma = hasComma(locale)
  const text = (item: Item, { kind, value }: Column<Item>) => {
    const plain = value(item)
    if (kind === 'instant') return timeOf(plain)
    return kind === 'decimal' && comma ? plain?.replace('.', ',') : plain
  }
  const separator = comma ? ';' : ','
  const line = (row: (string | undefined)[]) =>
    row.map((value) => cell(value, separator)).join(separator) + '\r\n'
  const heads = columns.map(({ heading }) => heading)
  const rows = items.map((item) => columns.map((column) => text(item, column)))
  // The mark at the start tells spreadsheets that this is UTF-8.
  return '\ufeff' + [heads, ...rows].map(line).join('')
}

/** Hands out all items of the view as a spreadsheet. */
export async function saveCsv<Item extends ListItem>(
  scene: ListScene<Item>,
  columns: readonly Column<Item>[],
): Promise<void> {
  const { client, definition, list, locale } = scene
  const items = client ? await list.every(definition.operations(client)) : list.items
  const csv = csvOf(locale, columns, items)
  saveFile(`${definition.resource}.csv`, 'text/csv;charset=utf-8', csv)
}
