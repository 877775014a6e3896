/** The part of an attempt that a middleware sees. */
export interface Attempt {
  /** For example `deals.list`. */
  readonly operation: string
  /** With its headers, the token among them: log none of it. */
  readonly request: Request
}

type Maybe<T> = T | undefined | void | Promise<T | undefined | void>

/** Looks at, changes or answers the attempts of calls, in the shape that openapi-fetch uses. */
export interface Middleware {
  /** Gives another request, or an answer in place of the backend's. */
  onRequest?(attempt: Attempt): Maybe<Request | Response>
  /** Gives another answer. */
  onResponse?(attempt: Attempt & { readonly response: Response }): Maybe<Response>
  /** Gives an answer after all, or another error. */
  onError?(attempt: Attempt & { readonly error: unknown }): Maybe<Response | Error>
}

/** Sends one attempt. */
export type Send = (request: Request) => Promise<Response>

/** Puts every middleware around `send`, the first of them outermost. */
export function throughAll(middleware: readonly Middleware[], operation: string, send: Send): Send {
  return middleware.reduceRight<Send>((inner, { onRequest, onResponse, onError }) => {
    return async (asked) => {
      const given = (await onRequest?.({ operation, request: asked })) ?? asked
      if (given instanceof Response) return given
      const attempt = { operation, request: given }
      const response = await inner(given).catch(async (error: unknown) => {
        const instead = (await onError?.({ ...attempt, error })) ?? error
        if (instead instanceof Response) return instead
        throw instead
      })
      return (await onResponse?.({ ...attempt, response })) ?? response
    }
  }, send)
}
