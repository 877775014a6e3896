import type { Outcome } from './run.ts'

/** One cause, and the ids of the checks that it broke. */
export interface Cause {
  cause: string
  checks: string[]
}

/** The causes of failures and errors, the one that broke most first. */
export function causesOf(outcomes: readonly Outcome[]): Cause[] {
  const found = new Map<string, string[]>()
  for (const { cause, check } of outcomes)
    if (cause !== undefined) found.set(cause, [...(found.get(cause) ?? []), check.id])
  return [...found]
    .map(([cause, checks]) => ({ cause, checks }))
    .toSorted((one, other) => other.checks.length - one.checks.length)
}
