import type { FieldError, FieldErrorCode } from '@prmkit/contract'
import { pointerTo } from '@prmkit/contract/rules'
import { mostErrors } from '../problem.ts'
import type * as z from 'zod/mini'

type Issue = z.core.$ZodIssue

/** The findings of a schema, as field errors with pointers into the input. */
export function fieldErrors(issues: readonly Issue[], input: unknown): FieldError[] {
  return issues.flatMap((issue) => errorsOf(issue, input, [])).slice(0, mostErrors)
}

function errorsOf(issue: Issue, input: unknown, above: readonly PropertyKey[]): FieldError[] {
  const path = [...above, ...issue.path]
  const error = (code: FieldErrorCode, detail: string): FieldError[] => [
    { pointer: shortPointer(path), code, detail },
  ]
  if (issue.code !== 'unrecognized_keys' && at(input, path) === undefined)
    return error('required', 'This field is required.')
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.slice(0, mostErrors).map((key) => ({
        pointer: shortPointer([...path, key]),
        code: 'unknown-field',
        detail: 'There is no such field; check its spelling.',
      }))
    case 'invalid_type':
      return error('invalid-type', `This must be ${article(issue.expected)}.`)
    case 'too_big':
      if (issue.origin === 'string')
        return error('too-long', `At most ${issue.maximum} characters are possible.`)
      if (issue.origin === 'array')
        return error('too-many', `At most ${issue.maximum} entries are possible.`)
      return error('too-big', `At most ${issue.maximum} is possible.`)
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array')
        return error('too-short', `At least ${issue.minimum} is needed.`)
      return error('too-small', `At least ${issue.minimum} is needed.`)
    case 'invalid_value':
      return error('not-an-option', `Possible: ${issue.values.map(String).join(', ')}.`)
    case 'invalid_union':
      return unionErrors(issue, input, path)
    case 'invalid_key':
      return error('unknown-field', 'This name is not possible here.')
    case 'invalid_format':
      return error('invalid-format', wordsOf(issue) ?? 'This does not have the right form.')
    default:
      return error('invalid-format', 'This value is not possible.')
  }
}

/** The contract's own words for a wrong value; undefined where zod said its own “Invalid input”. */
function wordsOf({ message }: Issue): string | undefined {
  return message === 'Invalid input' ? undefined : message
}

/** The findings of the alternative that came nearest, which explain a wrong value best. */
function unionErrors(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  input: unknown,
  path: readonly PropertyKey[],
): FieldError[] {
  const nearest = issue.errors
    .map((issues) => issues.flatMap((one) => errorsOf(one as Issue, input, path)))
    .filter((errors) => errors.length > 0)
    .toSorted((one, other) => distance(one, path) - distance(other, path))[0]
  return (
    nearest ?? [
      {
        pointer: shortPointer(path),
        code: 'not-an-option',
        detail: 'None of the alternatives fits.',
      },
    ]
  )
}

function distance(errors: FieldError[], path: readonly PropertyKey[]): number {
  const here = shortPointer(path)
  return errors.reduce((sum, error) => {
    if (error.pointer === here && error.code === 'invalid-type') return sum + 100
    return sum + (error.code === 'unknown-field' || error.code === 'required' ? 10 : 1)
  }, 0)
}

/** The longest beginning of a pointer that an answer may quote; the cut spares escapes. */
const shortPointer = (path: readonly PropertyKey[]) =>
  pointerTo(path).slice(0, 300).replace(/~$/, '')

function at(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    value = (value as Record<PropertyKey, unknown>)[step]
  }
  return value
}

function article(type: string): string {
  if (type === 'record') return 'an object'
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`
}
