import ky, { isNetworkError, isTimeoutError } from 'ky'
import { inProgress, readProblem, refuseRedirect } from './answer.ts'
import type { Diagnostic } from './diagnostics.ts'
import { isPrmError, TimeoutError, unreachable, type PrmError } from './errors.ts'
import { throughAll, type Middleware, type Send } from './middleware.ts'
import { labelOf, type Operation } from './operation.ts'
import { readBaseUrl, type ClientOptions } from './options.ts'
import { orAbort } from './pause.ts'
import { createSession, type Session } from './session/session.ts'

/** The parts that every call of a client shares. */
export interface Backend {
  readonly base: string
  readonly session: Session
  readonly fetch: Send
  /** Whether `fetch` is the browser’s own, so that XMLHttpRequest reaches the same places. */
  readonly native: boolean
  readonly middleware: readonly Middleware[]
  readonly locale: () => string | undefined
  readonly diagnose: (diagnostic: Diagnostic) => void
  /** Milliseconds for one attempt and for the whole call. */
  readonly timeouts: Timeouts
  /** How often a call is repeated at most. */
  readonly retries: number
}

/** Milliseconds for one attempt and for the whole call; `false` sets no limit. */
interface Timeouts {
  readonly attempt: number | false
  readonly total: number | false
}

/** Reads a client's options into what its calls share, and begins its session. */
export function createBackend(options: ClientOptions): Backend {
  const { baseUrl, fetchToken, apiKey, locale, onDiagnostic, timeouts } = options
  return {
    base: readBaseUrl(baseUrl),
    session: createSession(fetchToken, apiKey),
    // Looked up late, so that a page may still replace it, and called without `this`.
    fetch: async (request) => (options.fetch ?? globalThis.fetch)(request),
    native: !options.fetch,
    middleware: options.middleware ?? [],
    locale: typeof locale === 'function' ? locale : () => locale,
    diagnose: (diagnostic) => onDiagnostic?.(diagnostic),
    timeouts: { attempt: timeouts?.attempt ?? 15_000, total: timeouts?.total ?? 60_000 },
    retries: options.retries ?? 3,
  }
}

/** A request, and how it is sent, read and repeated. */
interface Sending<T> {
  readonly operation: Operation
  readonly url: string
  readonly headers: Headers | Record<string, string>
  readonly body?: string | undefined
  readonly signal: AbortSignal
  /** Lets the request outlive the page. */
  readonly keepalive?: boolean
  /** Reads an answer with a status of success to its end, on the attempt's time. */
  readonly read: (response: Response) => Promise<T>
  readonly timeouts?: Timeouts
  readonly retries?: number
  /** Sends one attempt in place of the backend's `fetch` and its middleware. */
  readonly transmit?: Send
}

/** The longest pause in milliseconds that ky's doubling delays reach. */
const longestPause = 10_000

/** Sends a request until it is answered or repeating makes no sense; ky makes the attempts. */
export async function send<T>(backend: Backend, sending: Sending<T>): Promise<T> {
  const { session, diagnose } = backend
  const { operation, url, headers, body, signal, keepalive = false, read } = sending
  const { timeouts = backend.timeouts, retries = backend.retries } = sending
  const { transmit = throughAll(backend.middleware, operation.name, backend.fetch) } = sending
  const { name, method, flags } = operation
  const label = labelOf(operation)
  const started = performance.now()
  const left = () => started + (timeouts.total || Infinity) - performance.now()
  let token: string | undefined
  let asking = false
  let replayed = false
  let failures = 0
  let repetitions = 0
  let answer: { readonly value?: T; readonly problem?: PrmError } = {}
  let failure: PrmError | undefined

  async function authorise({ request }: { readonly request: Request }) {
    if (flags.has('public')) return
    asking = true
    token = await session.token()
    asking = false
    if (token) request.headers.set('authorization', `Bearer ${token}`)
  }

  /** Makes one attempt and reads its answer within the attempt’s time; ky only learns that an answer came. */
  async function attempt(request: Request): Promise<Response> {
    const response = await transmit(request)
    refuseRedirect(label, response)
    const given = response.ok
      ? { value: await read(response) }
      : { problem: await readProblem(label, response) }
    // An attempt that was given up must not answer for the next one.
    request.signal.throwIfAborted()
    answer = given
    failure = given.problem
    return new Response()
  }

  /** After a refusal: the call once more with another token, a wait as asked, or the end. */
  async function judge() {
    if (!failure) {
      if (token) session.judge(true)
      return undefined
    }
    const refused = failure.status === 401
    if (!refused && mayRepeat(failure)) {
      const { retryAfter } = failure
      return ky.retry(retryAfter ? { delay: tell(retryAfter) } : {})
    }
    if (refused && token) {
      const again = !replayed && (await session.replace(token))
      replayed = true
      if (again) return ky.retry({ delay: tell(0) })
      session.judge(false)
    }
    throw failure
  }

  /** Whether another attempt may succeed, and can still be made. */
  function mayRepeat({ retryable, code, retryAfter = 0 }: PrmError): boolean {
    // A longer wait than the call may take helps nobody: the caller hears of it now.
    if (signal.aborted || !retryable || code === 'offline' || retryAfter >= left()) return false
    return code === inProgress || ++failures <= retries
  }

  function tell(delay: number): number {
    const { code = '', requestId } = failure ?? {}
    diagnose({ type: 'retry', operation: name, retry: ++repetitions, delay, code, requestId })
    return delay
  }

  /** The error as callers know it. */
  function nameOf(error: unknown): PrmError {
    if (isPrmError(error)) return error
    if (!isTimeoutError(error))
      return unreachable(label, isNetworkError(error) ? error.cause : error)
    // A timer may fire a moment early.
    const limit = Number(left() > 1 ? timeouts.attempt : timeouts.total) / 1000
    return new TimeoutError(
      `${label} got no ${asking ? 'token from fetchToken' : 'whole answer'} within ${limit} s. Try again, or ask the vendor.`,
      { code: 'timeout', retryable: true },
    )
  }

  const attempts = ky(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body }),
    signal,
    keepalive,
    // No cookie travels, nothing is kept on a shared device, no sign-in page is followed.
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'manual',
    fetch: (request) => attempt(request as Request),
    timeout: timeouts.attempt,
    totalTimeout: timeouts.total,
    retry: {
      // Counted in mayRepeat: another token and a write in progress cost no repetition.
      limit: 1e9,
      methods: [method],
      shouldRetry: ({ error }) => mayRepeat((failure = nameOf(error))),
      jitter: (delay) => tell(Math.random() * Math.min(longestPause, delay)),
    },
    hooks: { beforeRequest: [authorise], beforeRetry: [authorise], afterResponse: [judge] },
  })
  try {
    await orAbort(attempts, signal)
    return answer.value as T
  } catch (error) {
    if (signal.aborted) throw signal.reason
    // A write in progress to the last has no known outcome, which says more than the time.
    throw isTimeoutError(error) && failure?.code === inProgress ? failure : nameOf(error)
  }
}
