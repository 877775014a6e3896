import type * as z from 'zod/mini'

/** The callers of an operation. `partner` and `vendor` are session tokens, `api-key` is the vendor's own backend. */
export type Access =
  | 'public'
  | 'api-key'
  | 'partner'
  | 'vendor'
  | 'session'
  | 'session-or-api-key'
  | 'vendor-or-api-key'

/** The form of an answer: JSON, nothing, a calendar file or an event stream. */
export type Answer = 'json' | 'none' | 'calendar' | 'stream'

/** One operation of the contract, described once for server, client, OpenAPI and conformance. */
export interface Route {
  readonly method: 'get' | 'post' | 'patch' | 'delete'
  /** Path below the version prefix, with `{name}` for parameters. */
  readonly path: string
  /** One sentence for people who read the reference. */
  readonly summary: string
  readonly access: Access
  readonly params?: z.ZodMiniType
  readonly query?: z.ZodMiniType
  readonly body?: z.ZodMiniType
  /** Success status. */
  readonly status: 200 | 201 | 204
  readonly answer?: Answer
  readonly response?: z.ZodMiniType
  /** The request must carry `If-Match` with the record's revision (RFC 9110, 13.1.1). */
  readonly ifMatch?: true
  /** The request changes nothing although its method is POST, so it takes no `Idempotency-Key`. */
  readonly readOnly?: true
  /** The answer holds a secret that must not be stored, so it takes no `Idempotency-Key`. */
  readonly unstored?: true
  /** The answer is one page of a list. */
  readonly paged?: true
  /** The body may be larger than that of other requests. */
  readonly large?: true
}

/** Declares one operation; returns it unchanged, with its exact type. */
export function route<const R extends Route>(definition: R): R {
  return definition
}

/** Tells whether a request to this operation must carry an `Idempotency-Key`. */
export function takesIdempotencyKey(definition: Route): boolean {
  return definition.method !== 'get' && !definition.readOnly && !definition.unstored
}
