import assert from 'node:assert/strict'
import { Problem, problemCodes, type ProblemCode } from '@prmkit/contract'

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
  const problem = Problem.safeParse(parsed(body, evidence))
  assert.ok(problem.success, `Not a valid problem document: ${evidence}`)
  const wanted = `${code} (${problemCodes[code]})`
  const fits = problem.data.code === code && response.status === problemCodes[code]
  assert.ok(fits, `Expected ${wanted}, got ${evidence}`)
  const { status } = problem.data
  assert.ok(status === response.status, `The document’s status is ${status}, in ${evidence}`)
  return problem.data
}

/** Reads an answer that must be JSON, with this status and shape. */
export async function answerOf<T>(
  response: Response,
  status: number,
  shape: { safeParse(value: unknown): { success: boolean; data?: T; error?: unknown } },
): Promise<T> {
  const type = response.headers.get('Content-Type') ?? ''
  const body = await response.text()
  const evidence = `${response.status} ${type} ${body.slice(0, 500)}`
  assert.ok(response.status === status, `Expected ${status}, got ${evidence}`)
  assert.match(type, /^application\/json/, `Expected JSON, got ${evidence}`)
  const read = shape.safeParse(parsed(body, evidence))
  assert.ok(read.success, `Not what the schema says (${String(read.error)}): ${evidence}`)
  return read.data as T
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
