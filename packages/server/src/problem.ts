import { problemCodes, type FieldError, type Problem, type ProblemCode } from '@prmkit/contract'

const titles: Record<ProblemCode, string> = {
  'malformed-request': 'The request cannot be read',
  'idempotency-key-missing': 'The Idempotency-Key header is missing',
  'idempotency-key-invalid': 'The Idempotency-Key header is not valid',
  'token-missing': 'The request carries no token',
  'token-invalid': 'The token is not valid',
  'token-expired': 'The token has expired',
  'session-ended': 'The session has ended',
  forbidden: 'This is not allowed to you',
  'origin-not-allowed': 'This origin may not use the token',
  'read-only': 'This session can only read',
  'terms-required': 'Terms must be accepted first',
  'not-found': 'There is no such thing',
  'method-not-allowed': 'This method is not possible here',
  'state-conflict': 'The record’s status does not allow this',
  'customer-conflict': 'Another registration for this customer stands in the way',
  'idempotency-in-progress': 'The same request is still running',
  'link-used': 'The address was used',
  'link-expired': 'The address has expired',
  'revision-stale': 'The record has changed since it was read',
  'payload-too-large': 'The request is too large',
  'unsupported-media-type': 'The media type is not supported',
  'validation-failed': 'Some fields are not valid',
  'idempotency-key-reused': 'The Idempotency-Key was used for another request',
  'upload-rejected': 'The file was refused',
  'request-timeout': 'The request took too long',
  'headers-too-large': 'The headers are too large',
  'revision-missing': 'The If-Match header is missing',
  'rate-limited': 'There were too many requests',
  'internal-error': 'Something went wrong on the server',
  unavailable: 'The server cannot answer now',
}

/** A refusal that becomes a problem document (RFC 9457). */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly code: ProblemCode
  readonly errors: FieldError[] | undefined
  readonly headers: Record<string, string>

  constructor(
    code: ProblemCode,
    detail: string,
    extra: { errors?: FieldError[]; headers?: Record<string, string> } = {},
  ) {
    super(detail)
    this.code = code
    this.errors = extra.errors
    this.headers = extra.headers ?? {}
  }
}

/** The most errors that one answer names, so that a refusal is never much larger than its request. */
export const mostErrors = 100

/** The refusal of single fields. */
export function fieldProblem(found: FieldError[]): ProblemError {
  const errors = found.slice(0, mostErrors)
  const names = errors.slice(0, 3).map((error) => error.pointer || 'the whole body')
  const more = found.length > 3 ? ` and ${found.length - 3} more` : ''
  return new ProblemError('validation-failed', `Not valid: ${names.join(', ')}${more}.`, { errors })
}

/** The answer for a record that the caller may not see, and for one that does not exist. */
export function notFound(what: string): ProblemError {
  return new ProblemError('not-found', `There is no ${what} with this id that you may see.`)
}

/** The answer that tells of a refusal. */
export function problemResponse(error: ProblemError, requestId: string): Response {
  const status = problemCodes[error.code]
  const body: Problem = {
    type: `urn:prmkit:problem:${error.code}`,
    title: titles[error.code],
    status,
    detail: error.message,
    code: error.code,
    requestId,
    ...(error.errors && { errors: error.errors }),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...error.headers },
  })
}
