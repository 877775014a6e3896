import { formatDate, formatInstant } from './format.ts'

/** The civil date (`2026-11-21`) of an instant in an IANA time zone; the reader's where none is known. */
export const dayOf = (instant: string, timeZone: string | undefined): string =>
  wallTime(instant, timeZone).slice(0, 10)

// Swedish dates are written in the order of ISO 8601.
const wallTime = (instant: string, timeZone?: string) =>
  new Date(instant).toLocaleString('sv', timeZone ? { timeZone } : {})

/**
 * The last day of something that ends with a day of the vendor's, such as a protection: the day there,
 * and beside it the reader's date and time where the clocks differ.
 */
export function formatDay(
  locale: string,
  instant: string,
  timeZone: string | undefined,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' },
): string {
  try {
    const day = formatInstant(locale, instant, timeZone ? { ...options, timeZone } : options)
    if (wallTime(instant, timeZone) === wallTime(instant)) return day
    const sameDay = dayOf(instant, timeZone) === dayOf(instant, undefined)
    const local = formatInstant(locale, instant, {
      ...(sameDay ? {} : { day: 'numeric', month: 'short' }),
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    })
    return `${day} (${local})`
  } catch {
    // A zone that this browser does not know.
    return formatInstant(locale, instant, options)
  }
}

/** The day on which something happened where the vendor is: periods are counted in that zone. */
export function formatPastDay(locale: string, instant: string, timeZone: string | undefined) {
  try {
    return formatDate(locale, dayOf(instant, timeZone))
  } catch {
    // A zone that this browser does not know.
    return formatInstant(locale, instant, { dateStyle: 'medium' })
  }
}
