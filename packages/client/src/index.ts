export type { Answer, Call, Calls, Input } from './calls.ts'
export type { CallOptions } from './call.ts'
export type { Client } from './client.ts'
export { createClient } from './create-client.ts'
export type { ContractDrift, Diagnostic, HostError, Retry, StreamState } from './diagnostics.ts'
export {
  AuthenticationError,
  ContractError,
  isPrmError,
  NetworkError,
  OfflineError,
  PrmError,
  ProblemError,
  TimeoutError,
  UsageError,
  type AnyPrmError,
  type ErrorDetails,
} from './errors.ts'
export type { Events, SubscribeOptions } from './events.ts'
export type { LiveEvent, UploadOptions } from './late.ts'
export type { Attempt, Middleware } from './middleware.ts'
export type { ClientOptions, Validation } from './options.ts'
export type { List, Page } from './paging.ts'
export type { FetchToken, TokenRequest } from './session.ts'
export type { TokenAnswer } from './token.ts'
