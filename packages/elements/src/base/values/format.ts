const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat, O>(
  format: new (locale: string, options: O) => T,
  locale: string,
  options: O,
): T {
  const key = format.name + locale + JSON.stringify(options)
  let made = cache.get(key)
  if (!made) cache.set(key, (made = new format(locale, options)))
  return made as T
}

/** A number in the reader's locale and digits; a decimal string keeps all its digits. */
export const formatNumber = (
  locale: string,
  value: number | string,
  options: Intl.NumberFormatOptions = {},
): string => cached(Intl.NumberFormat, locale, options).format(value as Intl.StringNumericLiteral)

/** A civil date (`2026-11-21`) in words, without any time zone. */
export const formatDate = (
  locale: string,
  date: string,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' },
): string => {
  const parsed = new Date(`${date.slice(0, 10)}T00:00Z`)
  if (Number.isNaN(+parsed)) return date
  return cached(Intl.DateTimeFormat, locale, { ...options, timeZone: 'UTC' }).format(parsed)
}

/** An instant in words, in the reader's time zone. */
export const formatInstant = (
  locale: string,
  instant: string | number,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' },
): string => {
  const parsed = new Date(instant)
  return Number.isNaN(+parsed)
    ? String(instant)
    : cached(Intl.DateTimeFormat, locale, options).format(parsed)
}

/** A size in the largest unit that leaves a readable number; a limit such as 25 × 1,024² is 25 MB, too. */
export function formatSize(locale: string, bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte']
  const base = bytes % 1000 && !(bytes % 1024) ? 1024 : 1000
  let size = bytes
  while (size >= base && units.length > 1) {
    size /= base
    units.shift()
  }
  return formatNumber(locale, size, {
    style: 'unit',
    unit: units[0] as string,
    unitDisplay: units.length < 4 ? 'short' : 'long',
    maximumFractionDigits: 1,
  })
}
