import { isPrmError } from '@prmkit/client'
import { causeOf } from './cause-of.ts'
import type { Check } from './check.ts'
import { checks } from './checks.ts'
import { createContext, type Context } from './context.ts'
import { SkipError } from './expect.ts'
import { inTime } from './in-time.ts'
import { missingNeed } from './missing-need.ts'
import type { Target } from './target.ts'
import type { Trace } from './trace.ts'

/** How one check ended. `error` means that the kit itself broke, which says nothing of the backend. */
export interface Outcome {
  check: Check
  result: 'pass' | 'fail' | 'skip' | 'error'
  /** Why it did not pass. */
  reason?: string
  /** The first sentence of the reason without ids and numbers: equal for faults of one cause. */
  cause?: string
  /** How long it took, in milliseconds. */
  duration: number
}

/** The error, the requests before it, and the place where the promise is written. */
function describe(error: unknown, { rule }: Check, trace: Trace): string {
  const message = error instanceof Error ? error.message : String(error)
  const requests = `${trace}`.replaceAll('\n', '\n  ')
  return [
    message.trim(),
    ...(requests ? [`Requests:\n  ${requests}`] : []),
    `The promise: rule “${rule}” in the guide of @prmkit/contract.`,
  ].join('\n')
}

/** Errors that say nothing of the backend: the network was gone, or the kit called its client wrongly. */
const noVerdicts: readonly string[] = ['NetworkError', 'OfflineError', 'UsageError']

/** A promise that does not hold, or an answer that cannot be read. */
const verdicts: readonly string[] = ['AssertionError', 'SyntaxError']

/** An error that is neither an assertion nor an answer of the backend is the kit's own. */
function isVerdict(error: unknown): boolean {
  if (isPrmError(error)) return !noVerdicts.includes(error.name)
  return error instanceof Error && verdicts.includes(error.name)
}

async function outcomeOf(check: Check, context: Context): Promise<Outcome> {
  const skipped = missingNeed(check, context)
  if (skipped) return { check, result: 'skip', reason: skipped, duration: 0 }
  const start = performance.now()
  const { checkTime = 180_000 } = context.target
  const ended = await inTime(checkTime, async () => {
    await context.restock()
    context.trace.clear()
    await check.run(context)
  })
  const duration = performance.now() - start
  if (!('error' in ended)) return { check, result: 'pass', duration }
  const { error, limited } = ended
  if (error instanceof SkipError) return { check, result: 'skip', reason: error.message, duration }
  if (limited) return { check, result: 'skip', reason: limited, duration }
  const result = isVerdict(error) ? 'fail' : 'error'
  const reason = describe(error, check, context.trace)
  return { check, result, reason, cause: causeOf(error), duration }
}

/**
 * Runs checks one after the other and tells of each as it ends. Throws when the backend cannot be
 * reached or refuses the people it is to be checked with.
 */
export async function* run(
  target: Target,
  chosen: readonly Check[] = checks,
): AsyncGenerator<Outcome> {
  const context = await createContext(target)
  for (const check of chosen) yield await outcomeOf(check, context)
}
