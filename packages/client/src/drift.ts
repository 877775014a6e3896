import { answerList } from '@prmkit/contract/answer-list'
import { pointerTo } from '@prmkit/contract/rules'
import type { Answer } from './answer.ts'
import type { ContractDrift, Diagnostic } from './diagnostics.ts'
import type { Breach } from './late.ts'
import type { Operation } from './operation.ts'

/** One place of an answer that differs from the contract. */
export interface Drift {
  readonly pointer: string
  readonly code: string
  readonly message: string
}

interface Issue {
  readonly code?: string
  readonly path?: readonly PropertyKey[] | undefined
  readonly message: string
}
interface Schema {
  readonly safeParse: (data: unknown) => { error?: { issues: readonly Issue[] } | undefined }
}

/** Compares an answer with the schema of its operation; the schemas of one resource load at once. */
export async function check(operation: string, data: unknown): Promise<Drift[]> {
  const [resource, name = ''] = operation.split('.')
  const answers = await answerList[resource as keyof typeof answerList]?.()
  const schema = (answers as Record<string, Schema | [Schema]> | undefined)?.[name]
  if (!schema) return []
  if (!Array.isArray(schema)) return driftsOf(schema, data, '')
  const { items } = data as { items: unknown[] }
  const found = items.map((item, index) => driftsOf(schema[0], item, `/items/${index}`))
  return (await Promise.all(found)).flat()
}

async function driftsOf(schema: Schema, data: unknown, base: string): Promise<Drift[]> {
  const { issues = [] } = schema.safeParse(data).error ?? {}
  if (!issues.length) return []
  const { driftWords } = await import('@prmkit/contract/drift-words')
  return issues.map((issue) => {
    const value = at(data, issue.path)
    const pointer = base + pointerTo(issue.path ?? [])
    return { pointer, code: codeOf(issue, value), message: driftWords(issue, value) }
  })
}

/** A value that an enum does not know may come from a later contract, so it is no fault. */
function codeOf({ code = 'invalid' }: Issue, value: unknown): string {
  return code === 'invalid_value' && typeof value === 'string'
    ? 'unknown-value'
    : code.replaceAll('_', '-')
}

function at(data: unknown, path: readonly PropertyKey[] = []): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    data,
  )
}

/** Tells each difference of an answer once, when the page is idle. */
export async function report(
  operation: Operation,
  answer: Answer,
  told: Set<string>,
  diagnose: (diagnostic: Diagnostic) => void,
): Promise<void> {
  // Safari has no idle callback.
  await new Promise<unknown>((done) => (globalThis.requestIdleCallback ?? setTimeout)(done))
  for (const drift of await driftsIn(operation, answer)) {
    const key = `${drift.operation} ${drift.pointer.replace(/\d+/g, '*')} ${drift.code}`
    if (told.has(key)) continue
    told.add(key)
    diagnose(drift)
  }
}

async function driftsIn(
  operation: Operation,
  { data, requestId }: Answer,
): Promise<ContractDrift[]> {
  const found = await check(operation.name, data)
  return found.map((drift) => ({
    type: 'contract-drift' as const,
    operation: operation.name,
    requestId,
    ...drift,
  }))
}

/** Where an answer breaks the contract, and how; a value that is new to an enum does not. */
export async function breachIn(operation: Operation, answer: Answer): Promise<Breach | undefined> {
  const drift = (await driftsIn(operation, answer)).find(({ code }) => code !== 'unknown-value')
  if (!drift) return undefined
  const { pointer, message, requestId } = drift
  return {
    message: `${operation.method} ${operation.path} broke the contract at ${pointer || 'its root'}: ${message}. Run prmkit-conformance against the backend.`,
    details: { code: 'contract-drift', pointer, requestId },
  }
}
