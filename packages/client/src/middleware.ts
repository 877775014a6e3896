/** What a middleware sees of one attempt. */
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

/** Sends one request through every middleware: requests in order, answers the other way round. */
export async function sendThrough(
  middleware: readonly Middleware[],
  operation: string,
  first: Request,
  send: (request: Request) => Promise<Response>,
): Promise<Response> {
  let request = first
  let response: Response | undefined
  for (const { onRequest } of middleware) {
    const given = await onRequest?.({ operation, request })
    if (given instanceof Response) {
      response = given
      break
    }
    request = given ?? request
  }
  const outwards = middleware.toReversed()
  try {
    response ??= await send(request)
  } catch (caught) {
    let error: unknown = caught
    for (const { onError } of outwards) {
      const given = await onError?.({ operation, request, error })
      if (given instanceof Response) {
        response = given
        break
      }
      error = given ?? error
    }
    if (!response) throw error
  }
  for (const { onResponse } of outwards)
    response = (await onResponse?.({ operation, request, response })) ?? response
  return response
}
