import type { FieldError } from '@prmkit/contract'
import { AuthenticationError, ContractError, ProblemError } from './errors.ts'
import { labelOf, type Operation } from './operation.ts'
import { askedDelay, isPassing } from './retry.ts'

/** The most characters that an answer may have; a page of 100 full records has a fiftieth. */
const limit = 30_000_000

/** What an answer holds and where it came from. */
export interface Answer {
  readonly data: unknown
  readonly requestId: string | undefined
}

/** Reads an answer to its end, or throws what went wrong in it. */
export async function readAnswer(operation: Operation, response: Response): Promise<Answer> {
  const { status, headers } = response
  const requestId = headers.get('request-id') ?? undefined
  const label = labelOf(operation)
  const type = headers.get('content-type') ?? 'no type'
  const broken = (what: string, code: string, retryable = false) =>
    new ContractError(`${label} ${what}`, { code, status, requestId, retryable })

  if (response.type === 'opaqueredirect' || (status >= 300 && status < 400))
    throw broken(
      'was redirected elsewhere instead of answered. Something before the backend, such as a sign-in page, takes the call: let /v1 through.',
      'redirected',
    )
  if (operation.flags.has('none') && response.ok) {
    await response.body?.cancel()
    return { data: undefined, requestId }
  }
  const text = await readText(response)
  if (text === undefined)
    throw broken(
      `answered more than ${limit} characters. Ask the backend’s maker to keep to the page limit.`,
      'answer-too-large',
    )
  if (response.ok && operation.flags.has('calendar')) return { data: text, requestId }

  const data = parse(text)
  if (!response.ok) throw problemOf(label, response, data, requestId)
  if (!(data instanceof Object) || (operation.flags.has('paged') && !Array.isArray(itemsOf(data))))
    throw broken(
      `answered ${status} with ${type}, which is not the JSON that the contract promises: ${JSON.stringify(text.slice(0, 80))}. Check that the base URL is the backend’s, then run prmkit-conformance against it.`,
      'malformed-answer',
      /json/.test(type),
    )
  return { data, requestId }
}

const itemsOf = (data: object) => (data as { items?: unknown }).items

/** The whole text, or undefined where there is too much of it. */
async function readText(response: Response): Promise<string | undefined> {
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
      return undefined
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
  const retryable = isPassing(status) || code === 'idempotency-in-progress' || status === 401
  const Kind = status === 401 ? AuthenticationError : ProblemError
  return new Kind(
    `${label} was refused (${evidence.join(', ')}): ${text('detail') ?? text('title') ?? 'no problem document came with it.'}${fields}`,
    { code, status, requestId, errors, retryable, retryAfter: askedDelay(response.headers) },
  )
}
