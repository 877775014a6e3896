import type { TierProgramme, TierWindow } from '../../store/tiers.ts'
import { boundsOf, dateOf, periodOn } from '../boards/periods.ts'
import { addDays, endOfDay, instantOf } from '../shared/zones.ts'

/** The stretch over which a requirement adds up, as seen at an instant, and the last instant for it. */
export function windowAt(
  window: TierWindow,
  at: string,
  zone: string,
): { from?: string; dueAt?: string } {
  if (window === 'all') return {}
  const date = dateOf(at, zone)
  if (window === 'twelve_months') {
    // The window begins on the same day of the year before; for 29 February, on 1 March.
    const from = `${String(Number(date.slice(0, 4)) - 1).padStart(4, '0')}${date.slice(4)}`
    return { from: new Date(instantOf(from, '00:00:00', zone)).toISOString() }
  }
  const { from, until } = boundsOf(periodOn(window, date), zone)
  return { ...(from !== undefined && { from }), ...(until !== undefined && { dueAt: until }) }
}

/** The next instant at which tiers are looked at: the end of the period in which an instant lies. */
export function reviewAfter(at: string, { review }: TierProgramme, zone: string): string {
  return boundsOf(periodOn(review, dateOf(at, zone)), zone).until ?? at
}

/** The end of the grace that begins with a missed review. */
export function graceAfter(missedAt: string, { graceDays }: TierProgramme, zone: string): string {
  return endOfDay(addDays(dateOf(missedAt, zone), graceDays), zone)
}
