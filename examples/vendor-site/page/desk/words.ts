import { isPrmError } from '@prmkit/client'
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

/** A civil date for people. */
export const day = (date: string): string => dayOnly.format(new Date(`${date}T00:00:00Z`))

/** An amount for people. */
export const money = ({ amount, currency }: { amount: string; currency: string }): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount as `${number}`)

/** A civil date so many days from now, as the server writes it. */
export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** The colour that goes with a status. */
export function toneOf(status: string): string {
  if (status === 'approved') return 'success'
  if (['submitted', 'under_review'].includes(status)) return 'accent'
  if (status === 'action_required') return 'warning'
  return ['rejected', 'declined', 'duplicate'].includes(status) ? 'error' : 'neutral'
}

/** What an error says to a person; without an answer there is nothing of the backend's to say. */
export function reasonOf(error: unknown): string {
  if (isPrmError(error) && !error.status) return words.signInUnavailable
  return error instanceof Error ? error.message : String(error)
}
