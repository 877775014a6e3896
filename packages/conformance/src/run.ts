import { isPrmError } from '@prmkit/client'
import type { Check, Need } from './check.ts'
import { checks } from './checks.ts'
import { createContext, type Context } from './context.ts'
import type { Target } from './target.ts'
import type { Trace } from './trace.ts'

/** How one check ended. `error` means that the kit itself broke, which says nothing of the backend. */
export interface Outcome {
  check: Check
  result: 'pass' | 'fail' | 'skip' | 'error'
  /** Why it did not pass. */
  reason?: string
  /** How long it took, in milliseconds. */
  duration: number
}

const needs: Record<Need, string> = {
  manager: 'No manager of the vendor was named, so nobody can decide on a registration.',
  colleague: 'No colleague of the seller was named.',
  limited: 'No user was named whose requests may be used up.',
  briefToken: 'No token was given that expires within a minute.',
}

/** Why a check cannot run against this target, if it cannot. */
export function missingNeed(check: Check, target: Target): string | undefined {
  const missing = check.needs.find((need) => target[need] === undefined)
  return missing && needs[missing]
}

/** What happened, the requests before it, and where the promise is written. */
function describe(error: unknown, { rule }: Check, trace: Trace): string {
  const message = error instanceof Error ? error.message : String(error)
  const requests = `${trace}`.replaceAll('\n', '\n  ')
  return [
    message.trim(),
    ...(requests ? [`Requests:\n  ${requests}`] : []),
    `The promise: rule “${rule}” in the guide of @prmkit/contract.`,
  ].join('\n')
}

/** These say nothing of the backend: the network was gone, or the kit called its client wrongly. */
const noVerdicts: readonly string[] = ['NetworkError', 'OfflineError', 'UsageError']

/** A promise that does not hold, or an answer that cannot be read. */
const verdicts: readonly string[] = ['AssertionError', 'SyntaxError']

/** An error that is neither an assertion nor an answer of the backend is the kit's own. */
function isVerdict(error: unknown): boolean {
  if (isPrmError(error)) return !noVerdicts.includes(error.name)
  return error instanceof Error && verdicts.includes(error.name)
}

async function outcomeOf(check: Check, context: Context): Promise<Outcome> {
  const skipped = missingNeed(check, context.target)
  if (skipped) return { check, result: 'skip', reason: skipped, duration: 0 }
  const start = performance.now()
  context.trace.clear()
  try {
    await check.run(context)
    return { check, result: 'pass', duration: performance.now() - start }
  } catch (error) {
    const result = isVerdict(error) ? 'fail' : 'error'
    const reason = describe(error, check, context.trace)
    return { check, result, reason, duration: performance.now() - start }
  }
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
