import assert from 'node:assert/strict'
import { Problem, problemCodes, type ProblemCode } from '@prmkit/contract'

/** Reads an answer that must be a problem document with this code (RFC 9457), and holds it to its shape. */
export async function problemOf(response: Response, code: ProblemCode): Promise<Problem> {
  const type = response.headers.get('Content-Type') ?? ''
  const body = await response.text()
  const evidence = `${response.status} ${type} ${body.slice(0, 500)}`
  assert.match(type, /^application\/problem\+json/, `Expected a problem document, got ${evidence}`)
  const problem = Problem.safeParse(JSON.parse(body))
  assert.ok(problem.success, `Not a valid problem document: ${evidence}`)
  assert.equal(problem.data.code, code, evidence)
  assert.equal(response.status, problemCodes[code], evidence)
  assert.equal(problem.data.status, response.status, evidence)
  return problem.data
}

/** The same, and one of its field errors must name this place. */
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
