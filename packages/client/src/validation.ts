import type { Answer } from './answer.ts'
import type { Diagnostic } from './diagnostics.ts'
import { ContractError } from './errors.ts'
import type { Late } from './late.ts'
import type { Operation } from './operation.ts'
import type { Validation } from './options.ts'

/** Answers that wait to be looked at; more are not kept. */
const most = 20

/** Milliseconds in which a page shows its content, before it loads code for developers. */
const pause = 10_000

/** Holds answers against the contract's schemas, which are loaded later. */
export function createValidation(
  mode: Validation,
  diagnose: ((diagnostic: Diagnostic) => void) | undefined,
  load: Late['drift'],
): (operation: Operation, answer: Answer) => Promise<void> | undefined {
  const told = new Set<string>()
  let room = most

  return (operation, answer) => {
    if (mode === 'strict') return refuse(load, operation, answer)
    if (mode === 'off' || !diagnose || !room) return undefined
    room--
    const look = () =>
      load()
        .then(({ report }) => report(operation, answer, told, diagnose))
        .catch(() => {})
        .finally(() => room++)
    setTimeout(look, globalThis.document ? pause : 0)
    return undefined
  }
}

/** Throws where an answer breaks the contract. */
async function refuse(load: Late['drift'], operation: Operation, answer: Answer): Promise<void> {
  const breach = await (await load()).breachIn(operation, answer)
  if (breach) throw new ContractError(breach.message, breach.details)
}
