import * as z from 'zod/mini'
import { FieldError } from './field-errors.ts'

/** Every `code` that a problem document may carry, with the HTTP status it comes with. */
export const problemCodes = {
  'malformed-request': 400,
  'idempotency-key-missing': 400,
  'idempotency-key-invalid': 400,
  'token-missing': 401,
  'token-invalid': 401,
  'token-expired': 401,
  'session-ended': 401,
  forbidden: 403,
  'origin-not-allowed': 403,
  'read-only': 403,
  'terms-required': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'request-timeout': 408,
  'state-conflict': 409,
  'customer-conflict': 409,
  'idempotency-in-progress': 409,
  'link-expired': 410,
  'link-used': 410,
  'revision-stale': 412,
  'payload-too-large': 413,
  'unsupported-media-type': 415,
  'validation-failed': 422,
  'idempotency-key-reused': 422,
  'upload-rejected': 422,
  'revision-missing': 428,
  'rate-limited': 429,
  'headers-too-large': 431,
  'internal-error': 500,
  unavailable: 503,
} as const

export type ProblemCode = keyof typeof problemCodes
/** The codes of problem documents. */
export const ProblemCode = z.enum(Object.keys(problemCodes) as [ProblemCode, ...ProblemCode[]])

/** An RFC 9457 problem document. */
export const Problem = z.object({
  /** A URI of the problem’s kind, or `about:blank`. */
  type: z.string(),
  /** The kind of problem in words. */
  title: z.string(),
  /** The HTTP status of the answer. */
  status: z.int(),
  /** This problem in words, for developers. */
  detail: z.optional(z.string()),
  /** The kind of problem, for programs. */
  code: ProblemCode,
  /** The request’s id, as in `Request-Id`. */
  requestId: z.string(),
  /** The faults of single fields. */
  errors: z.optional(z.array(FieldError)),
})
export type Problem = z.infer<typeof Problem>
