import { readAnswer, type Answer } from './answer.ts'
import { makeAttempts } from './attempts.ts'
import type { Diagnostic } from './diagnostics.ts'
import { isPrmError, TimeoutError, type PrmError, unreachable } from './errors.ts'
import { sendThrough, type Middleware } from './middleware.ts'
import { addressOf, headersOf, labelOf, type Operation, type RawInput } from './operation.ts'
import { backoff } from './retry.ts'
import type { Session } from './session.ts'
import { orAbort } from './wait.ts'

/** What a caller may add to any call. */
export interface CallOptions {
  /** Ends the call, and the waiting between its attempts. */
  readonly signal?: AbortSignal | undefined
  readonly headers?: Record<string, string>
}

/** What every call of a client stands on. */
export interface Backend {
  readonly base: string
  readonly session: Session
  readonly fetch: (request: Request) => Promise<Response>
  /** Whether that is the browser’s own, so that XMLHttpRequest reaches the same places. */
  readonly native: boolean
  readonly middleware: readonly Middleware[]
  readonly locale: () => string | undefined
  readonly diagnose: (diagnostic: Diagnostic) => void
  /** Milliseconds for one attempt and for the whole call. */
  readonly timeouts: { readonly attempt: number; readonly total: number }
  /** How often a call is repeated at most. */
  readonly retries: number
}

/** Calls an operation: attempt by attempt, until it is answered or repeating makes no sense. */
export async function call(
  backend: Backend,
  operation: Operation,
  input: RawInput,
  { signal: asked, headers: extra = {} }: CallOptions = {},
): Promise<Answer> {
  const { session, timeouts, retries } = backend
  const { name, method, flags } = operation
  const label = labelOf(operation)
  const url = addressOf(backend.base, operation, input)
  const headers = headersOf(operation, input)
  const locale = backend.locale()
  if (locale) headers.set('accept-language', locale)
  for (const [name, value] of Object.entries(extra)) headers.set(name, value)
  const signal = asked ? AbortSignal.any([asked, session.signal]) : session.signal
  signal.throwIfAborted()

  const started = Date.now()
  let token: string | undefined
  let replayed = false

  async function prepare() {
    if (!flags.has('public')) token = await orAbort(session.token(), signal)
  }

  async function send(request: Request): Promise<Answer> {
    if (token) request.headers.set('authorization', `Bearer ${token}`)
    try {
      const response = await sendThrough(backend.middleware, name, request, backend.fetch)
      const answer = await readAnswer(operation, response)
      if (token) session.judge(true)
      return answer
    } catch (error) {
      throw isPrmError(error) || request.signal.aborted ? error : unreachable(label, error)
    }
  }

  async function delayAfter(error: unknown, retry: number): Promise<number | undefined> {
    if (signal.aborted || !isPrmError(error)) return undefined
    const delay = error.status === 401 ? await replay() : repeat(error, retry)
    if (delay !== undefined) {
      const { code, requestId } = error
      backend.diagnose({ type: 'retry', operation: name, retry, delay, code, requestId })
    }
    return delay
  }

  /** After a 401 the call is made once more, at once, with another token. */
  async function replay(): Promise<number | undefined> {
    if (!token) return undefined
    const again = !replayed && (await orAbort(session.replace(token), signal))
    if (!again) session.judge(false)
    replayed = true
    return again ? 0 : undefined
  }

  function repeat({ retryable, code, retryAfter = 0 }: PrmError, retry: number) {
    const failures = retry - Number(replayed)
    if (!retryable || code === 'offline' || failures > retries) return undefined
    const delay = retryAfter + backoff(failures)
    // Waiting longer than the call may take helps nobody: the caller hears of it now.
    return Date.now() + delay - started < timeouts.total ? delay : undefined
  }

  return makeAttempts({
    url,
    init: {
      method,
      headers,
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      signal,
      // No cookie travels, nothing is kept on a shared device, no sign-in page is followed.
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
    },
    prepare,
    send,
    delayAfter,
    late: () => timedOut(label, timeouts.attempt),
    timeouts,
  })
}

function timedOut(label: string, milliseconds: number): TimeoutError {
  return new TimeoutError(
    `${label} got no whole answer within ${milliseconds / 1000} s. Try again; if it stays, ask the vendor whether the backend is up.`,
    { code: 'timeout', retryable: true },
  )
}
