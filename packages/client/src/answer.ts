import type { FieldError } from '@prmkit/contract'
import { askedDelay } from './asked-delay.ts'
import { AuthenticationError, ContractError, ProblemError, type PrmError } from './errors.ts'
import { labelOf, type Operation } from './operation.ts'

/** The most characters that an answer may have; a page of 100 full records has a fiftieth. */
const limit = 30_000_000

/** The code of a write that an earlier request began and that has not ended. */
export const inProgress = 'idempotency-in-progress'

/** The content of an answer, and what its headers say of it. */
export interface Answer {
  readonly data: unknown
  readonly requestId: string | undefined
  /** The place in the event stream that a list was read at, where the backend tells it. */
  readonly position?: string | undefined
}

/** Reads an answer with a status of success to its end, or throws what is wrong in it. */
export async function readAnswer(operation: Operation, response: Response): Promise<Answer> {
  const { status, headers } = response
  const { flags } = operation
  const label = labelOf(operation)
  const requestId = idOf(response)
  if (flags.has('none')) {
    await response.body?.cancel()
    return { data: undefined, requestId }
  }
  const text = await readText(label, response)
  if (flags.has('calendar')) return { data: text, requestId }
  const data = parse(text)
  if (data instanceof Object && (!flags.has('paged') || Array.isArray(itemsOf(data))))
    return { data, requestId, position: headers.get('event-position') ?? undefined }
  const type = headers.get('content-type') ?? 'no type'
  const code = 'malformed-answer'
  throw new ContractError(
    `${label} answered ${status} with ${type} in place of JSON: ${JSON.stringify(text.slice(0, 80))}. Check the base URL, then run prmkit-conformance.`,
    { code, status, requestId, retryable: /json/.test(type) },
  )
}

/** Throws where a call was sent elsewhere instead of answered. */
export function refuseRedirect(label: string, response: Response): void {
  const { status, type } = response
  if (type !== 'opaqueredirect' && (status < 300 || status >= 400)) return
  throw new ContractError(`${label} was redirected, perhaps to a sign-in page. Let /v1 through.`, {
    code: 'redirected',
    status,
    requestId: idOf(response),
  })
}

/** Reads a refusal to its end, as the error that callers get. */
export async function readProblem(label: string, response: Response): Promise<PrmError> {
  const data = parse(await readText(label, response))
  return problemOf(label, response, data, idOf(response))
}

const idOf = ({ headers }: Response) => headers.get('request-id') ?? undefined

const itemsOf = (data: object) => (data as { items?: unknown }).items

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
        `${label} answered more than ${limit} characters. Check the page limit of the backend.`,
        { code: 'answer-too-large', status: response.status, requestId: idOf(response) },
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
  const problem = (data instanceof Object ? data : {}) as Record<string, unknown>
  const text = (name: string) =>
    typeof problem[name] === 'string' ? (problem[name] as string).slice(0, 500) : undefined
  const code = text('code') ?? (status < 500 ? `http-${status}` : 'unavailable')
  const requestId = text('requestId') ?? id
  const errors = (Array.isArray(problem['errors']) ? problem['errors'] : []).filter(
    (error): error is FieldError => typeof error?.pointer === 'string',
  )
  const evidence = [`${status} ${code}`, requestId && `request ${requestId}`].filter(Boolean)
  const fields = errors.map(({ pointer, detail }) => ` ${pointer}: ${detail}`).join('')
  const retryable = isPassing(status) || code === inProgress || status === 401
  const outcome =
    code === inProgress ? 'is being carried out, so its outcome is not known yet' : 'was refused'
  const Kind = status === 401 ? AuthenticationError : ProblemError
  return new Kind(
    `${label} ${outcome} (${evidence.join(', ')}): ${text('detail') ?? text('title') ?? 'no problem document came with it.'}${fields}`,
    { code, status, requestId, errors, retryable, retryAfter: askedDelay(response.headers) },
  )
}

/** Whether the same request may well succeed after an answer with this status. */
export function isPassing(status: number): boolean {
  return status >= 500 ? status !== 501 : [408, 425, 429].includes(status)
}
