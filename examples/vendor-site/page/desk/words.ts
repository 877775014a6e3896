import { currencyScale } from '@prmkit/contract/rules'
import { fill, pickLanguage, stringsOf } from '../../site/strings/strings.ts'

/** The page's language and region, for dates and numbers. */
const locale = document.documentElement.lang

/** The site's words in the page's language. */
export const words = stringsOf(pickLanguage([locale]))

/** A word with values put in. */
export const say = fill

const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
const dayOnly = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })

/** An instant for people. */
export const instant = (at: string): string => dateTime.format(new Date(at))

/** The civil date of an instant, where the vendor is. */
export const dayAt = (at: string, timeZone?: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(at))

/** A civil date for people. */
export const day = (date: string): string => dayOnly.format(new Date(`${date}T00:00:00Z`))

const weekday = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' })
const fromToday = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })

/** A civil date in full and how far it is; a browser writes the one in a field as it likes. */
export function longDay(date: string | undefined): string {
  const at = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(at)) return ''
  const days = Math.round((at - Date.parse(`${inDays(0)}T00:00:00Z`)) / 86_400_000)
  return `${weekday.format(at)} · ${fromToday.format(days, 'day')}`
}

/** The name of a country. */
export const countryOf = (code: string): string =>
  new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(code) ?? code

/** The name of a language. */
export const languageOf = (tag: string): string =>
  new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag

/** A number for people. */
export const figure = (value: number): string => value.toLocaleString(locale)

interface Money {
  amount: string
  currency: string
}

/** An amount for people. */
export const money = (
  { amount, currency }: Money,
  options: Intl.NumberFormatOptions = {},
): string =>
  new Intl.NumberFormat(locale, {
    ...{ style: 'currency', currency, ...options },
    // As many as the contract has: a browser writes forints without their cents.
    minimumFractionDigits: currencyScale(currency),
    maximumFractionDigits: Math.max(currencyScale(currency), amount.split('.')[1]?.length ?? 0),
  })
    .format(amount as `${number}`)
    // Text from right to left would turn it into $US.
    .replace(/[A-Z]+\$/, isolated)

/** An amount without the cents where there are none. */
export const estimate = (amount: Money): string =>
  money(amount, { trailingZeroDisplay: 'stripIfInteger' })

/** Keeps a name from turning the sentence around it. */
export const isolated = (text: string): string => `\u2068${text}\u2069`

/** Several names in one line, as the language joins them. */
export const listOf = (names: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'unit' }).format(names)

/** The vendor's name for a status; the backend names it for partners. */
export const statusOf = ({
  status,
  statusLabel,
}: {
  status: string
  statusLabel?: string | undefined
}): string => (status === 'action_required' ? words.tabWaiting : (statusLabel ?? status))

/** A civil date so many days from today, as the server writes it; today is the vendor's where its zone is given. */
export const inDays = (days: number, timeZone = 'UTC'): string => {
  // Canadian dates are written in the order of ISO 8601.
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format()
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The colour that goes with a status. */
export function toneOf(status: string): string {
  if (status === 'approved') return 'success'
  if (['submitted', 'under_review'].includes(status)) return 'accent'
  return ['rejected', 'declined', 'duplicate'].includes(status) ? 'error' : 'neutral'
}
