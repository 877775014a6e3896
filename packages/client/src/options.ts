import type { Diagnostic } from './diagnostics.ts'
import { UsageError } from './errors.ts'
import type { Middleware } from './middleware.ts'
import type { FetchToken } from './session/session.ts'

/** The treatment of an answer that differs from the contract: it is reported, refused or not looked at. */
export type Validation = 'report' | 'strict' | 'off'

/** The settings of a client. */
export interface ClientOptions {
  /** Where the backend is, without `/v1`; in a page it may be relative. */
  readonly baseUrl: string
  /** Asks the page's own backend for a session token: once at a time, 30 s before the end, after a 401. */
  readonly fetchToken?: FetchToken | undefined
  /** The vendor's key, in place of `fetchToken`, on a server only. */
  readonly apiKey?: string | undefined
  /** The language of forms and messages (BCP 47); a function is asked for every call. */
  readonly locale?: string | (() => string | undefined) | undefined
  /** Takes the place of the global `fetch`; uploads go through it too. */
  readonly fetch?: ((request: Request) => Response | Promise<Response>) | undefined
  /** Decides about an answer that differs from the contract; `report` tells `onDiagnostic`. */
  readonly validation?: Validation | undefined
  /** Hears of retries, contract drift and the state of the event stream. */
  readonly onDiagnostic?: ((diagnostic: Diagnostic) => void) | undefined
  /** Looks at, changes or answers every attempt but the bytes of uploads; the first is outermost. */
  readonly middleware?: readonly Middleware[] | undefined
  /** Milliseconds for one attempt (15,000) and for a whole call with its token and retries (60,000). */
  readonly timeouts?:
    { readonly attempt?: number | undefined; readonly total?: number | undefined } | undefined
  /** How often a call that failed in passing is repeated (3). */
  readonly retries?: number | undefined
}

/** The base URL without a slash at its end, or an error that says what is wrong with it. */
export function readBaseUrl(baseUrl: string): string {
  const url = URL.parse(baseUrl, globalThis.document?.baseURI)
  if (!url || !/^https?:\/\/[^/@]+\/[^?#]*$/.test(url.href) || /\/v1\/*$/.test(url.href))
    throw new UsageError(
      `baseUrl is ${JSON.stringify(baseUrl).replace(/\/\/.*@/, '//…@')}. Give the http(s) address of the backend without /v1, query or password.`,
    )
  return url.href.replace(/\/+$/, '')
}
