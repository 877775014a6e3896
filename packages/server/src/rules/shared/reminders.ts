const day = 86_400_000

/** A reminder: its event, and a mark that no other reminder of the record has. */
export interface Reminder {
  type: string
  mark: string
}

/** The reminder of the nearest of these days before an end; none where it is further away. */
export function reminderBefore(
  end: string,
  now: string,
  days: readonly number[],
  type: string,
): Reminder | undefined {
  const left = (Date.parse(end) - Date.parse(now)) / day
  const step = days.find((one) => left <= one)
  return step === undefined ? undefined : { type, mark: `${end} ${step}` }
}
