import type { Capability } from '@prmkit/contract'
import type { Context } from './context.ts'

/** People and tokens that the target names besides two users of partners. */
export type Person = 'manager' | 'colleague' | 'limited' | 'briefToken'

/**
 * The conditions of a check: a person or token, a capability, or a seller who may write or who may
 * only read. Where one does not hold, the check is skipped with the reason.
 */
export type Need = Person | Capability | 'writing' | 'reading-only'

/** One promise of the contract, tried out. */
export interface Check {
  /** Stable name, `topic.promise`. */
  id: string
  /** The rule of the contract's guide that it tries. */
  rule: string
  /** The promise as a sentence. */
  title: string
  needs: readonly Need[]
  run(context: Context): Promise<void>
}

/** Declares a check. */
export function check(
  id: string,
  rule: string,
  title: string,
  run: Check['run'],
  needs: readonly Need[] = [],
): Check {
  return { id, rule, title, needs, run }
}

/** The same checks with more conditions. */
export function needing(needs: readonly Need[], checks: readonly Check[]): Check[] {
  return checks.map((one) => ({ ...one, needs: [...needs, ...one.needs] }))
}
