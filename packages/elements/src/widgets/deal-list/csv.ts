import type { Deal } from '@prmkit/contract'
import type { Translate } from '../../base/localize.ts'
import type { DealListMessages } from '../../locales/deal-list/catalog.ts'
import { outcomeText, statusText } from './due.ts'

/** A cell as RFC 4180 writes it; text that a spreadsheet would run as a formula is made plain. */
function cell(value: string | undefined): string {
  const text = value ?? ''
  const plain = /^[=+\-@\t\r]/.test(text) && !/^-?[\d.]+$/.test(text) ? `'${text}` : text
  return /[",;\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** The registrations as CSV, with the reader's words; amounts and dates as programs read them. */
export function csvOf(
  t: Translate<DealListMessages>,
  deals: readonly Deal[],
  stageOf: (deal: Deal) => string | undefined,
): string {
  const heads = [
    t('number'),
    t('customer'),
    t('project'),
    t('status'),
    t('stage'),
    t('outcome'),
    t('value'),
    '',
    t('expectedClose'),
    t('created'),
    t('protectedUntil'),
    t('ownerName'),
  ]
  const rows = deals.map((deal) => [
    deal.number,
    deal.customer.companyName,
    deal.name,
    statusText(t, deal),
    stageOf(deal),
    outcomeText(t, deal),
    deal.amount?.amount,
    deal.amount?.currency,
    deal.expectedCloseDate,
    deal.createdAt,
    deal.protection?.expiresAt,
    deal.ownerName,
  ])
  // The mark at the start tells spreadsheets that this is UTF-8.
  return '\ufeff' + [heads, ...rows].map((row) => row.map(cell).join(',') + '\r\n').join('')
}

/** Hands out the registrations as a CSV file. */
export const saveDeals = (...what: Parameters<typeof csvOf>): void =>
  saveAs('deals.csv', 'text/csv;charset=utf-8', csvOf(...what))

/** Hands a text to the reader as a file. */
export function saveAs(name: string, type: string, content: BlobPart): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
