import { endOfDay as searchEnd } from '@prmkit/contract/rules'

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(zone: string): Intl.DateTimeFormat {
  let one = formatters.get(zone)
  if (!one) {
    one = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formatters.set(zone, one)
  }
  return one
}

/** Tells whether a text is the IANA name of a time zone. */
export function isZone(text: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: text }) !== undefined
  } catch {
    return false
  }
}

/** The civil date and time of an instant in a zone, as `YYYY-MM-DD` and `HH:MM:SS`. */
export function civil(instant: number, zone: string): { date: string; time: string } {
  const parts: Record<string, string> = {}
  for (const { type, value } of formatter(zone).formatToParts(instant)) parts[type] = value
  return {
    date: `${parts['year']?.padStart(4, '0')}-${parts['month']}-${parts['day']}`,
    time: `${parts['hour']}:${parts['minute']}:${parts['second']}`,
  }
}

/** Today's civil date in a zone. */
export function today(now: string, zone: string): string {
  return civil(Date.parse(now), zone).date
}

const [firstDate, lastDate] = ['0001-01-01', '9999-12-31']

/** The civil date some days later, within the years that four digits write. */
export function addDays(date: string, days: number): string {
  const later = Date.parse(`${date}T00:00:00.000Z`) + days * 86_400_000
  if (later > Date.parse(lastDate)) return lastDate
  if (later < Date.parse(firstDate)) return firstDate
  return new Date(later).toISOString().slice(0, 10)
}

/**
 * Tells whether no zone needs to be asked for a date: an instant of its last day may have no year of four
 * digits, and before the year 1000 formatters write fewer. It means the date of UTC.
 */
function isFarAway(date: string): boolean {
  return date < '1000-01-02' || date >= lastDate
}

/**
 * The first instant at which a zone's clocks show this date and time, or a later one where they
 * skip it. Local time runs backwards at most an hour or so, so a search over a day and a half is safe.
 */
export function instantOf(date: string, time: string, zone: string): number {
  const key = `${zone} ${date} ${time}`
  let instant = instants.get(key)
  if (instant === undefined) {
    instant = searchInstant(date, time, zone)
    if (instants.size >= 5000) instants.clear()
    instants.set(key, instant)
  }
  return instant
}

/** Instants that were found before: finding one takes longer than the rest of a row in a file, and days repeat. */
const instants = new Map<string, number>()

function searchInstant(date: string, time: string, zone: string): number {
  if (isFarAway(date)) return Date.parse(`${date}T${time.padEnd(8, ':00')}Z`)
  const wanted = `${date} ${time.padEnd(8, ':00')}`
  const middle = Date.parse(`${date}T${time.slice(0, 5)}:00.000Z`)
  let before = middle - 18 * 3_600_000
  let after = middle + 18 * 3_600_000
  while (after - before > 1000) {
    const half = Math.floor((before + after) / 2000) * 1000
    const shown = civil(half, zone)
    if (`${shown.date} ${shown.time}` < wanted) before = half
    else after = half
  }
  return after
}

const ends = new Map<string, string>()

/** The last millisecond of a civil date in a zone; found ends are kept, because days repeat. */
export function endOfDay(date: string, zone: string): string {
  const key = `${zone} ${date}`
  let end = ends.get(key)
  if (end === undefined) {
    end = isFarAway(date) ? `${date}T23:59:59.999Z` : searchEnd(date, zone)
    if (ends.size >= 5000) ends.clear()
    ends.set(key, end)
  }
  return end
}

/** Open hours of a week: ISO weekdays and local times `HH:MM`. */
export interface BusinessHours {
  days: readonly number[]
  from: string
  to: string
}

/** The instant at which so many business hours have passed, or `undefined` where there are none. */
export function addBusinessHours(
  start: string,
  hours: number,
  { days, from, to }: BusinessHours,
  zone: string,
): string | undefined {
  let left = hours * 3_600_000
  let date = today(start, zone)
  const begin = Date.parse(start)
  if (days.length === 0 || from >= to) return undefined
  for (let day = 0; day < 400; day++, date = addDays(date, 1)) {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7
    if (!days.includes(weekday)) continue
    const opens = Math.max(begin, instantOf(date, from, zone))
    const open = instantOf(date, to, zone) - opens
    if (open <= 0) continue
    if (left <= open) return new Date(opens + left).toISOString()
    left -= open
  }
  return undefined
}
