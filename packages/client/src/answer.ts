import type { FieldError } from '@prmkit/contract'
import { askedDelay } from './asked-delay.ts'
import { AuthenticationError, ContractError, ProblemError, type PrmError } from './errors.ts'
import { labelOf, type Operation } from './operation.ts'

/** The most characters that an answer may have; a page of 100 full records has a fiftieth. */
const limit = 30_000_000

/** The code of a write that an earlier request began and that has not ended. */
export const inProgress = 'idempotency-in-progress'

/** The content of an answer, and its headers. */
export interface Answer {
  readonly data: unknown
  readonly requestId: string | undefined
  readonly headers: Headers
}

/**
 * Reads an answer with a status of success to its end, or throws where it does not prove that the
 * backend did what was asked: a gateway, or the page of a Wi-Fi, answers 200 as well. `id` is the
 * record's that was asked for.
 */
export async function readAnswer(
  operation: Operation,
  response: Response,
  id?: string,
): Promise<Answer> {
  const { status, headers } = response
  const { flags } = operation
  const label = labelOf(operation)
  const requestId = idOf(response)
  const text = await readText(label, response)
  const type = headers.get('content-type') ?? 'no type'
  const data = flags.has('none') ? undefined : flags.has('calendar') ? text : parse(text)
  if (isProven(operation, status, type, data, id)) return { data, requestId, headers }
  throw new ContractError(
    `${label} answered ${status} with ${type} in place of its answer: ${JSON.stringify(text.slice(0, 80))}. Check the base URL. Run prmkit-conformance.`,
    { code: 'malformed-answer', status, requestId, retryable: /json/.test(type) },
  )
}

/** Whether an answer is of the kind that the contract promises for its operation. */
function isProven(
  { method, flags }: Operation,
  status: number,
  type: string,
  data: unknown,
  id?: string,
): boolean {
  if (flags.has('none')) return status === 204
  if (flags.has('calendar'))
    return /^text\/calendar/i.test(type) && String(data).startsWith('BEGIN:VCALENDAR')
  const { id: own, items } = Object(data) as { id?: unknown; items?: unknown }
  return (
    data instanceof Object &&
    (!flags.has('paged') || Array.isArray(items)) &&
    // A read changes nothing, so that its content is enough.
    (method === 'GET' || (status === (flags.has('201') ? 201 : 200) && /json/.test(type))) &&
    [...flags].every((flag) => flag[0] !== '+' || flag.slice(1) in data) &&
    (flags.has('same') ? own === id : !flags.has('id') || (typeof own === 'string' && own !== ''))
  )
}

/** Throws where a call was sent elsewhere instead of answered. */
export function refuseRedirect(label: string, response: Response): void {
  const { status, type } = response
  if (type !== 'opaqueredirect' && (status < 300 || status >= 400)) return
  throw new ContractError(`${label} was redirected, perhaps to a sign-in page. Let /v1 through.`, {
    code: 'redirected',
    status,
  })
}

/** Reads a refusal to its end, as the error that callers get. */
export async function readProblem(label: string, response: Response): Promise<PrmError> {
  const data = parse(await readText(label, response))
  return problemOf(label, response, data, idOf(response))
}

const idOf = ({ headers }: Response) => headers.get('request-id') ?? undefined

async function readText(label: string, response: Response): Promise<string> {
  const reader = response.body?.getReader()
  if (!reader) return response.text()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    text += decoder.decode(value, { stream: !done })
    if (done) return text
    if (text.length > limit) {
      await reader.cancel()
      throw new ContractError(
        `${label} answered more than ${limit} characters. Run prmkit-conformance.`,
        { code: 'answer-too-large', status: response.status },
      )
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function problemOf(label: string, response: Response, data: unknown, id: string | undefined) {
  const { status } = response
  const problem = Object(data) as Record<string, unknown>
  const text = (name: string) => {
    const value = problem[name]
    return typeof value === 'string' ? value.slice(0, 500) : undefined
  }
  const code = text('code') ?? (status < 500 ? `http-${status}` : 'unavailable')
  const requestId = text('requestId') ?? id
  const errors = (Array.isArray(problem['errors']) ? problem['errors'] : []).filter(
    (error): error is FieldError => typeof error?.pointer === 'string',
  )
  const evidence = requestId ? `${code}, request ${requestId}` : code
  const fields = errors.map(({ pointer, detail }) => ` ${pointer}: ${detail}`).join('')
  const retryable = isPassing(status) || code === inProgress || status === 401
  const outcome =
    code === inProgress ? 'was begun, and its outcome is not known yet' : 'was refused'
  const Kind = status === 401 ? AuthenticationError : ProblemError
  return new Kind(
    `${label} ${outcome} (${status} ${evidence}): ${text('detail') ?? text('title') ?? 'no problem document came with it.'}${fields}`,
    { code, status, requestId, errors, retryable, retryAfter: askedDelay(response.headers) },
  )
}

/** Whether the same request may well succeed after an answer with this status. */
export function isPassing(status: number): boolean {
  return status >= 500 ? status !== 501 : [408, 425, 429].includes(status)
}
