import assert from 'node:assert/strict'
import { pointerTo, Problem, problemCodes, type ProblemCode } from '@prmkit/contract'
import { driftWords } from '@prmkit/contract/drift-words'

/** Tells that a check cannot be tried with the records of this backend. */
export class SkipError extends Error {
  override name = 'SkipError'
}

/** Ends a check whose records this backend does not have, with the reason. */
export function skip(reason: string): never {
  throw new SkipError(reason)
}

/** Reads an answer that must be a problem document with this code (RFC 9457), and holds it to its shape. */
export async function problemOf(response: Response, code: ProblemCode): Promise<Problem> {
  const type = response.headers.get('Content-Type') ?? ''
  const body = await response.text()
  const evidence = `${response.status} ${type} ${body.slice(0, 500)}`
  assert.match(type, /^application\/problem\+json/, `Expected a problem document, got ${evidence}`)
  const problem = { data: parsed(body, evidence) as Problem }
  const issues = issuesOf(Problem as never, problem.data)
  assert.ok(issues.length === 0, `Not a problem document (${issues.join('; ')}): ${evidence}`)
  const wanted = `${code} (${problemCodes[code]})`
  const fits = problem.data.code === code && response.status === problemCodes[code]
  assert.ok(fits, `Expected ${wanted}, got ${evidence}`)
  const { status } = problem.data
  assert.ok(status === response.status, `The document’s status is ${status}, in ${evidence}`)
  return problem.data
}

interface Issue {
  readonly code?: string
  readonly path?: readonly PropertyKey[]
  readonly message: string
}

/** A schema of the contract. */
interface Shape<T> {
  safeParse(value: unknown): { data?: T; error?: { issues: readonly Issue[] } | undefined }
}

/** The faults of a value, in words; a value that an enum does not know may come from a later contract. */
function issuesOf<T>(shape: Shape<T>, value: unknown): string[] {
  return (shape.safeParse(value).error?.issues ?? [])
    .filter(({ code, path = [] }) => !(code === 'invalid_value' && isText(value, path)))
    .map((issue) => `${pointerTo(issue.path ?? [])}: ${driftWords(issue, at(value, issue.path))}`)
}

const at = (value: unknown, path: readonly PropertyKey[] = []) =>
  path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown>)?.[key], value)

const isText = (value: unknown, path: readonly PropertyKey[]) => typeof at(value, path) === 'string'

/** Holds a value to one of the same schema; fields that the contract does not know may differ. */
export function assertHas<T>(actual: T, expected: T, shape: Shape<T>): void {
  const known = (value: T) => shape.safeParse(value).data ?? value
  assert.deepEqual(known(actual), known(expected))
}

/** Reads an answer that must be JSON, with this status and shape. */
export async function answerOf<T>(response: Response, status: number, shape: Shape<T>): Promise<T> {
  const type = response.headers.get('Content-Type') ?? ''
  const body = await response.text()
  const evidence = `${response.status} ${type} ${body.slice(0, 500)}`
  assert.ok(response.status === status, `Expected ${status}, got ${evidence}`)
  assert.match(type, /^application\/json/, `Expected JSON, got ${evidence}`)
  const data = parsed(body, evidence)
  const issues = issuesOf(shape, data)
  assert.ok(issues.length === 0, `Not what the schema says (${issues.join('; ')}): ${evidence}`)
  return data as T
}

function parsed(body: string, evidence: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    assert.fail(`Expected JSON, got ${evidence}`)
  }
}

/** Reads a refusal of fields, one of which must be this place. */
export async function fieldErrorOf(
  response: Response,
  pointer: string,
  code?: string,
): Promise<void> {
  const problem = await problemOf(response, 'validation-failed')
  const found = problem.errors?.filter((error) => error.pointer === pointer) ?? []
  const evidence = JSON.stringify(problem.errors)
  assert.ok(found.length, `No error names ${pointer}: ${evidence}`)
  if (code)
    assert.ok(
      found.some((error) => error.code === code),
      `Not "${code}": ${evidence}`,
    )
}

/** Holds the end of a signed address to five minutes, as far as two clocks agree. */
export function assertSoon(expiresAt: string): void {
  const seconds = (Date.parse(expiresAt) - Date.now()) / 1000
  assert.ok(seconds <= 330, `It works until ${expiresAt}, expected five minutes at most.`)
}
