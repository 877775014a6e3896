import type { FieldError } from '@prmkit/contract'

/** The mark by which bundled copies of this file know each other's errors. */
const brand = Symbol.for('prmkit.error')

/** The details of an error beside its message. */
export interface ErrorDetails {
  /** The cause, for programs: a `ProblemCode` of the contract, or one of the client's own. */
  code: string
  cause?: unknown
  status?: number | undefined
  requestId?: string | undefined
  retryable?: boolean
  retryAfter?: number | undefined
  errors?: readonly FieldError[]
  pointer?: string
}

/** Base of every error that a client rejects with, save for an abort the caller asked for. */
export class PrmError extends Error {
  /** The cause, for programs: a `ProblemCode` of the contract, or one of the client's own. */
  declare readonly code: string
  /** The HTTP status, where there was an answer. */
  declare readonly status?: number
  /** The id to quote when asking the vendor about this call. */
  declare readonly requestId?: string
  /** Whether the same call may well succeed later. */
  declare readonly retryable: boolean
  /** Milliseconds the backend asked to wait for. */
  declare readonly retryAfter?: number
  /** The faults of single fields of the request. */
  declare readonly errors: readonly FieldError[]

  constructor(message: string, { cause, ...details }: ErrorDetails) {
    super(redact(message), cause === undefined ? undefined : { cause })
    Object.assign(this, { [brand]: true, retryable: false, errors: [] }, details)
  }
}

/** The backend understood the call and said no; `code` says why. */
export class ProblemError extends PrmError {
  override readonly name = 'ProblemError'
}

/** The backend could not be reached, or the connection broke. */
export class NetworkError extends PrmError {
  override readonly name = 'NetworkError'
}

/** The device has no network; nothing was tried again. */
export class OfflineError extends PrmError {
  override readonly name = 'OfflineError'
}

/** No answer came within the time allowed. */
export class TimeoutError extends PrmError {
  override readonly name = 'TimeoutError'
}

/** There is no token, the backend refused it, or the session is over. */
export class AuthenticationError extends PrmError {
  override readonly name = 'AuthenticationError'
}

/** The backend broke the contract; `pointer` says where in its answer. */
export class ContractError extends PrmError {
  override readonly name = 'ContractError'
  /** JSON pointer (RFC 6901) into the answer. */
  declare readonly pointer?: string
}

/** The call itself is wrong and was not sent. */
export class UsageError extends PrmError {
  override readonly name = 'UsageError'

  constructor(message: string) {
    super(message, { code: 'invalid-argument' })
  }
}

/** Every kind of error, told apart by `name`. */
export type AnyPrmError =
  | ProblemError
  | NetworkError
  | OfflineError
  | TimeoutError
  | AuthenticationError
  | ContractError
  | UsageError

/** Recognises an error of any copy of this package on the page, where `instanceof` cannot. */
export function isPrmError(value: unknown): value is AnyPrmError {
  return value instanceof Object && brand in value
}

/** Keys and tokens never reach a message, whoever wrote them into an answer. */
function redact(message: string): string {
  return message.replace(/\b(sk_|eyJ|Bearer\s)[\w.~+/=-]+/g, '$1…')
}

/** The connection failed before an answer was complete. */
export function unreachable(label: string, cause: unknown): NetworkError | OfflineError {
  if (globalThis.navigator?.onLine === false)
    return new OfflineError(`${label} was not sent: the device is offline. Try again.`, {
      code: 'offline',
      retryable: true,
      cause,
    })
  return new NetworkError(
    `${label} got no answer (${String(cause)}). Check the connection, the address and its CORS.`,
    { code: 'network', retryable: true, cause },
  )
}
