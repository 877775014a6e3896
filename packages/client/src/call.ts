import { languageTag } from '@prmkit/contract/rules'
import { readAnswer, type Answer } from './answer.ts'
import { addressOf, headersOf, type Operation, type RawInput } from './operation.ts'
import { firstOf } from './pause.ts'
import { send, type Backend } from './transport.ts'

/** The settings of one call to any operation. */
export interface CallOptions {
  /** Ends the call, and the waiting between its attempts. */
  readonly signal?: AbortSignal | undefined
  readonly headers?: Record<string, string>
}

/** Calls an operation with the input filled in, and reads its answer. */
export async function call(
  backend: Backend,
  operation: Operation,
  input: RawInput,
  { signal: asked, headers: extra = {} }: CallOptions = {},
): Promise<Answer> {
  const { session } = backend
  const headers = headersOf(operation, input)
  const locale = languageTag(backend.locale())
  if (locale) headers.set('accept-language', locale)
  for (const [name, value] of Object.entries(extra)) headers.set(name, value)
  const [signal, untie] = firstOf(session.signal, asked)
  signal.throwIfAborted()
  return send(backend, {
    operation,
    url: addressOf(backend.base, operation, input),
    headers,
    body: input.body === undefined ? undefined : JSON.stringify(input.body),
    signal,
    read: (response) => readAnswer(operation, response, input.params?.['id']),
  }).finally(untie)
}
