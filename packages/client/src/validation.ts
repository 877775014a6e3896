import type { Answer } from './answer.ts'
import type { Diagnostic } from './diagnostics.ts'
import { ContractError } from './errors.ts'
import type { Late } from './late.ts'
import type { Operation } from './operation.ts'
import type { Validation } from './options.ts'

/** Answers that wait for an idle moment; more are not kept. */
const most = 20

/** Milliseconds in which a page shows its content, before it loads code for developers. */
const pause = 10_000

/** Holds answers against the contract's schemas, which are loaded when the page is idle. */
export function createValidation(
  mode: Validation,
  diagnose: ((diagnostic: Diagnostic) => void) | undefined,
  load: Late['drift'],
): (operation: Operation, answer: Answer) => Promise<void> | undefined {
  const waiting: [Operation, Answer][] = []
  const told = new Set<string>()
  let working = false

  return (operation, answer) => {
    if (mode === 'strict') return refuse(load, operation, answer)
    if (mode === 'off' || !diagnose) return undefined
    if (waiting.length < most) waiting.push([operation, answer])
    if (!working)
      whenIdle(() =>
        load()
          .then(({ reportAll }) => reportAll(waiting, told, diagnose))
          .catch(() => {})
          .finally(() => (working = false)),
      )
    working = true
    return undefined
  }
}

/** Throws where an answer breaks the contract. */
async function refuse(load: Late['drift'], operation: Operation, answer: Answer): Promise<void> {
  const breach = await (await load()).breachIn(operation, answer)
  if (breach) throw new ContractError(breach.message, breach.details)
}

function whenIdle(work: () => unknown) {
  // Safari has no idle callback.
  const { document, requestIdleCallback: later = setTimeout as (work: () => unknown) => unknown } =
    globalThis
  setTimeout(() => later(work), document ? pause : 0)
}
