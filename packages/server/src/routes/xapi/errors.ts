/** A refusal of the xAPI mount: plain text and a status, as xAPI has them, no problem document. */
export class XapiError extends Error {
  override name = 'XapiError'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** The version of xAPI that is spoken here. */
export const xapiVersion = '1.0.3'

/** Headers of every answer (xAPI, part 3, 3.3). */
export const xapiHeaders = { 'x-experience-api-version': xapiVersion }

/** An answer with JSON. */
export function xapiJson(body: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(body, { headers: { ...xapiHeaders, ...headers } })
}

/** An answer without a body. */
export function noContent(): Response {
  return new Response(null, { status: 204, headers: xapiHeaders })
}

/** The answer to a refused request. */
export function refusal({ status, message }: XapiError): Response {
  const headers = {
    ...{ ...xapiHeaders, 'content-type': 'text/plain; charset=utf-8' },
    ...(status === 401 && { 'www-authenticate': 'Basic realm="xapi"' }),
  }
  return new Response(message, { status, headers })
}
