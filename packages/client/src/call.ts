import ky, { isTimeoutError } from 'ky'
import { readAnswer, type Answer } from './answer.ts'
import type { Diagnostic } from './diagnostics.ts'
import {
  AuthenticationError,
  isPrmError,
  NetworkError,
  OfflineError,
  TimeoutError,
} from './errors.ts'
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
  const { session, diagnose, timeouts, retries } = backend
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
  let answer: Answer = { data: undefined, requestId: undefined }
  let replayed = false
  let delay = 0

  const authorize = async () => {
    if (flags.has('public')) return
    token = await orAbort(session.token(), signal)
  }

  const attempt = async (request: Request): Promise<Response> => {
    if (token) request.headers.set('authorization', `Bearer ${token}`)
    try {
      const response = await sendThrough(backend.middleware, name, request, backend.fetch)
      answer = await readAnswer(operation, response)
      if (token) session.judge(true)
      return response.ok ? response : Response.json(null)
    } catch (error) {
      throw isPrmError(error) || signal.aborted ? error : unreachable(label, error)
    }
  }

  const shouldRetry = async ({ error, retryCount }: { error: Error; retryCount: number }) => {
    if (signal.aborted) return false
    if (error instanceof AuthenticationError) {
      if (!token || error.status !== 401) return false
      if (replayed || !(await orAbort(session.replace(token), signal))) {
        session.judge(false)
        return false
      }
      replayed = true
      delay = 0
    } else {
      const passing = isPrmError(error) ? error.retryable : isTimeoutError(error)
      if (!passing || isOffline(error) || retryCount - Number(replayed) > retries) return false
      const asked = isPrmError(error) ? (error.retryAfter ?? 0) : 0
      delay = asked + backoff(retryCount)
      // Waiting longer than the call may take helps nobody: say so now.
      if (Date.now() + delay - started > timeouts.total) return false
    }
    const { code = 'timeout', requestId } = isPrmError(error) ? error : {}
    diagnose({ type: 'retry', operation: name, retry: retryCount, delay, code, requestId })
    return true
  }

  await authorize()
  try {
    await ky(url, {
      method,
      headers,
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      signal,
      // No cookie travels, nothing is kept on a shared device, no sign-in page is followed.
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      fetch: (request) => attempt(request as Request),
      timeout: timeouts.attempt,
      totalTimeout: timeouts.total,
      throwHttpErrors: false,
      retry: {
        limit: retries + 1,
        methods: [method as 'get'],
        shouldRetry,
        delay: () => delay,
        jitter: undefined,
        backoffLimit: Infinity,
      },
      hooks: { beforeRetry: [authorize] },
    })
  } catch (error) {
    throw isTimeoutError(error) ? timedOut(label, timeouts.attempt) : error
  }
  return answer
}

const isOffline = (error: Error) => isPrmError(error) && error.code === 'offline'

function unreachable(label: string, cause: unknown): NetworkError | OfflineError {
  if (globalThis.navigator?.onLine === false)
    return new OfflineError(
      `${label} was not sent: the device is offline. Try again when it has a connection.`,
      { code: 'offline', retryable: true, cause },
    )
  return new NetworkError(
    `${label} got no answer: the connection failed (${String(cause)}). Check the connection and the base URL, and that the backend allows this page’s origin.`,
    { code: 'network', retryable: true, cause },
  )
}

function timedOut(label: string, milliseconds: number): TimeoutError {
  return new TimeoutError(
    `${label} got no whole answer within ${milliseconds / 1000} s. Try again; if it stays, ask the vendor whether the backend is up.`,
    { code: 'timeout', retryable: true },
  )
}
