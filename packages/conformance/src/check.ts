import type { Context } from './context.ts'

/** What a check needs besides a partner's user; without it the check is skipped, with this as the reason. */
export type Need = 'manager' | 'colleague' | 'limited' | 'briefToken'

/** One promise of the contract, tried out. */
export interface Check {
  /** Stable name, `resource.what`. */
  id: string
  /** The rule of the contract's guide that it tries. */
  rule: string
  /** What holds when it passes, as a sentence. */
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
