import type { Route, Routes } from '@prmkit/contract'
import type * as z from 'zod/mini'
import type { Authenticator } from '../auth/authenticate.ts'
import type { Caller, KeyCaller, SessionCaller } from '../rules/shared/callers.ts'
import type { Services } from '../services.ts'
import type { Tables } from '../store/store.ts'

type Parsed<Schema> = Schema extends z.ZodMiniType ? z.infer<Schema> : undefined

/** The callers that an operation can have. */
type CallerOf<Access extends Route['access']> = Access extends 'public'
  ? undefined
  : Access extends 'api-key'
    ? KeyCaller
    : Access extends 'vendor-or-api-key' | 'session-or-api-key'
      ? Caller
      : SessionCaller

/** One checked request to an operation, and what its handler may use. */
export interface Call<R extends Route> {
  params: Parsed<R extends { params: infer Params } ? Params : undefined>
  query: Parsed<R extends { query: infer Query } ? Query : undefined>
  body: Parsed<R extends { body: infer Body } ? Body : undefined>
  caller: CallerOf<R['access']>
  /** The tables to read and write; in a write they are the transaction, and nothing else may touch the store meanwhile. */
  tables: Tables
  services: Services
  authenticator: Authenticator
  request: Request
  requestId: string
  /** The instant at which the request came. */
  now: string
  /** The revisions that If-Match names. */
  revisions: readonly number[]
  /** Work for after the commit, such as a message that nobody can take back. */
  later: (() => Promise<void> | void)[]
  /** Languages the reader wants, the best first. */
  languages: readonly string[]
}

/** The answer of a handler; `shows` names a record of a registered resource, by which a repeated request is authorised. */
export interface Reply<Body> {
  body: Body
  revision?: number
  shows?: { resource: string; id: string }
}

export type Handler<R extends Route> = (
  call: Call<R>,
) => Promise<
  R extends { answer: 'none' }
    ? void
    : R extends { answer: string }
      ? Response
      : Reply<Parsed<R extends { response: infer Body } ? Body : undefined>>
>

/** One handler for each operation of a resource. */
export type Handlers<Resource extends keyof Routes> = {
  [Name in keyof Routes[Resource]]: Routes[Resource][Name] extends Route
    ? Handler<Routes[Resource][Name]>
    : never
}
