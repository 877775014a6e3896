import type { Context } from './context.ts'
import type { Need } from './need.ts'

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
