/** The last millisecond of a civil date (`2026-11-21`) in an IANA zone, or in the device’s without one. */
export function endOfDay(date: string, timeZone?: string): string {
  // Swedish writes civil dates as ISO does.
  const shown = new Intl.DateTimeFormat('sv', timeZone ? { timeZone } : {})
  const midnight = Date.parse(`${date}T00:00Z`) + 864e5
  // Dates never run backwards, so a search holds also where the clocks change at midnight.
  let [before, after] = [midnight - 648e5, midnight + 648e5]
  while (after - before > 1000) {
    const half = Math.floor((before + after) / 2000) * 1000
    if (shown.format(half) <= date) before = half
    else after = half
  }
  return new Date(after - 1).toISOString()
}
