import type { Answer } from './answer.ts'
import type { ContractDrift, Diagnostic } from './diagnostics.ts'
import { ContractError } from './errors.ts'
import { labelOf, type Operation } from './operation.ts'

/** The treatment of an answer that differs from the contract: it is reported, refused or not looked at. */
export type Validation = 'report' | 'strict' | 'off'

/** Answers that wait for an idle moment; more are not kept. */
const most = 20

/** Milliseconds in which a page shows its content, before it loads code for developers. */
const pause = 10_000

/** Holds answers against the contract's schemas, which are loaded when the page is idle. */
export function createValidation(
  mode: Validation,
  diagnose: ((diagnostic: Diagnostic) => void) | undefined,
): (operation: Operation, answer: Answer) => Promise<void> | undefined {
  const waiting: [Operation, Answer][] = []
  const told = new Set<string>()
  let working = false

  async function work() {
    for (let next = waiting.shift(); next; next = waiting.shift())
      for (const drift of await driftsIn(...next)) {
        const key = `${drift.operation} ${drift.pointer.replace(/\d+/g, '*')} ${drift.code}`
        if (told.has(key)) continue
        told.add(key)
        diagnose?.(drift)
      }
    working = false
  }

  return (operation, answer) => {
    if (mode === 'strict') return refuse(operation, answer)
    if (mode === 'off' || !diagnose) return undefined
    if (waiting.length < most) waiting.push([operation, answer])
    if (!working) whenIdle(() => void work().catch(() => (working = false)))
    working = true
    return undefined
  }
}

async function refuse(operation: Operation, answer: Answer) {
  const drift = (await driftsIn(operation, answer)).find(({ code }) => code !== 'unknown-value')
  if (!drift) return
  const { pointer, requestId } = drift
  throw new ContractError(
    `${labelOf(operation)} broke the contract at ${pointer || 'its root'} (${drift.message}). Run prmkit-conformance against the backend.`,
    { code: 'contract-drift', pointer, requestId },
  )
}

async function driftsIn(operation: Operation, { data, requestId }: Answer) {
  const { check } = await import('./drift.ts')
  const found = await check(operation.name, data)
  return found.map((drift): ContractDrift => ({
    type: 'contract-drift',
    operation: operation.name,
    requestId,
    ...drift,
  }))
}

function whenIdle(work: () => void) {
  // Safari has no idle callback.
  const { document, requestIdleCallback: later = setTimeout as (work: () => void) => unknown } =
    globalThis
  setTimeout(() => later(work), document ? pause : 0)
}
