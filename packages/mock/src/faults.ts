import { problemCodes, type ProblemCode } from '@prmkit/contract'

/** Stands between a client and the backend: passes on, answers itself, or breaks the connection. */
export type Fault = (request: Request, next: Next) => Promise<Response>

/** Asks the next in the row: another fault, or the backend. */
export type Next = (request?: Request) => Promise<Response>

/** Applies a fault to some operations only, as in `GET /deals`; `*` stands for one part of a path. */
export function only(operations: readonly string[], fault: Fault): Fault {
  const patterns = operations.map((operation) => {
    const [method, path = ''] = operation.split(' ')
    return { method, parts: path.split('/') }
  })
  return (request, next) => {
    const parts = (new URL(request.url).pathname.split('/v1')[1] ?? '').split('/')
    const found = patterns.some(
      (pattern) =>
        pattern.method === request.method &&
        pattern.parts.length === parts.length &&
        pattern.parts.every((part, index) => part === '*' || part === parts[index]),
    )
    return found ? fault(request, next) : next()
  }
}

/** Answers with a problem document. */
export const refuse =
  (code: ProblemCode, headers: Record<string, string> = {}): Fault =>
  async () => {
    const status = problemCodes[code]
    const requestId = `req_mock_${code.replaceAll('-', '_')}`
    const detail = `The mock answers ${status} here.`
    return new Response(
      JSON.stringify({
        ...{ type: `urn:prmkit:problem:${code}`, title: code, status, detail, code, requestId },
      }),
      {
        status,
        headers: {
          'content-type': 'application/problem+json',
          'request-id': requestId,
          ...headers,
        },
      },
    )
  }

/** Cuts every connection, as without a network. */
export const cut: Fault = () => Promise.reject(new TypeError('Failed to fetch'))

/** Never answers; only the client’s own signal ends the wait. */
export const hang: Fault = ({ signal }) =>
  new Promise((_, reject) => {
    const stop = () => reject(signal.reason as Error)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })

/** Answers as late as over a bad line. */
export const delay =
  (milliseconds: number): Fault =>
  async ({ signal }, next) => {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, milliseconds)
      const stop = () => {
        clearTimeout(timer)
        reject(signal.reason as Error)
      }
      if (signal.aborted) stop()
      else signal.addEventListener('abort', stop, { once: true })
    })
    return next()
  }

/** Changes the JSON of answers that are good. */
export const edit =
  (change: (body: unknown) => unknown): Fault =>
  async (_, next) => {
    const response = await next()
    const type = response.headers.get('content-type') ?? ''
    if (!response.ok || !type.includes('json')) return response
    const headers = new Headers(response.headers)
    headers.delete('content-length')
    const body = JSON.stringify(change(await response.json()))
    return new Response(body, { status: response.status, headers })
  }

/** Cuts answers in the middle. */
export const breakJson: Fault = async (_, next) => {
  const response = await next()
  const type = response.headers.get('content-type') ?? ''
  if (!response.ok || !type.includes('json')) return response
  const text = await response.text()
  const headers = new Headers(response.headers)
  headers.delete('content-length')
  return new Response(text.slice(0, Math.floor(text.length / 2)), {
    status: response.status,
    headers,
  })
}
