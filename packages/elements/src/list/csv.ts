import type { Deal } from '@prmkit/contract'
import type { Translate } from '../base/localize.ts'
import type { DealListMessages } from '../locales/deal-list/catalog.ts'
import type { PrmDealList } from '../widgets/deal-list/deal-list.ts'
import { outcomeText, statusText } from '../widgets/deal-list/deal-status.ts'
import { queryOf } from './list-view.ts'

export { catalog } from '../locales/deal-list-later/catalog.ts'

// What a spreadsheet would run as a formula, also typed in full width.
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
 * The registrations as a spreadsheet with the reader's settings opens them: the reader's words,
 * separators and time zone, dates as ISO 8601 writes them.
 */
export function csvOf(
  t: Translate<DealListMessages>,
  locale: string,
  deals: readonly Deal[],
  stageOf: (deal: Deal) => string | undefined,
): string {
  const comma = hasComma(locale)
  const heads = [
    t('number'),
    t('customer'),
    t('project'),
    t('status'),
    t('stage'),
    t('outcome'),
    t('value'),
    t('currency'),
    t('expectedClose'),
    t('created'),
    t('protectedUntil'),
    t('ownerName'),
  ]
  const rows = deals.map((deal) => [
    deal.number,
    deal.customer?.companyName,
    deal.name,
    statusText(t, deal),
    stageOf(deal),
    outcomeText(t, deal),
    comma ? deal.amount?.amount.replace('.', ',') : deal.amount?.amount,
    deal.amount?.currency,
    deal.expectedCloseDate,
    timeOf(deal.createdAt),
    timeOf(deal.protection?.expiresAt),
    deal.ownerName,
  ])
  const separator = comma ? ';' : ','
  const line = (row: (string | undefined)[]) =>
    row.map((value) => cell(value, separator)).join(separator) + '\r\n'
  // The mark at the start tells spreadsheets that this is UTF-8.
  return '\ufeff' + [heads, ...rows].map(line).join('')
}

/** Everything that a list is narrowed to, also what is not loaded yet. */
export async function everyDeal({ client, list }: PrmDealList): Promise<readonly Deal[]> {
  const { items, next, view } = list
  const deals = [...items]
  for (let cursor = next; client && cursor;) {
    const page = await client.deals.list({ query: queryOf(view, cursor, 100) })
    deals.push(...page.items)
    cursor = page.nextCursor
  }
  return deals
}

/** Hands out everything that a list is narrowed to. */
export async function saveDeals(host: PrmDealList): Promise<void> {
  const csv = csvOf(host.t, host.locale, await everyDeal(host), (deal) => host.stageOf(deal))
  saveAs('deals.csv', 'text/csv;charset=utf-8', csv)
}

/** Hands a text to the reader as a file. */
export function saveAs(name: string, type: string, content: BlobPart): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
