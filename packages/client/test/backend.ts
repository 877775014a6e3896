import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { text } from 'node:stream/consumers'
import { createClient, type Client, type ClientOptions, type Diagnostic } from '../src/index.ts'

/** A request as the server got it. */
export interface Received {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** The act of the server: an answer, or something that it does to the connection. */
export type Reply =
  | {
      readonly status?: number
      readonly headers?: Record<string, string>
      /** An object is sent as JSON, text as it is. */
      readonly body?: unknown
    }
  | ((response: ServerResponse) => void)

/** The answer to a write that made a record. */
export const created: Reply = { status: 201, body: { id: 'd1' } }

/** Breaks the connection before a byte of an answer. */
export const cut: Reply = (response) => void response.socket?.destroy()

/** A refusal as the contract wants it. */
export function problem(status: number, code: string, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: { type: 'about:blank', title: code, status, code, requestId: 'r-1' },
  }
}

/** A real HTTP server with a client on it, both gone when the test ends. */
export async function backend(
  t: TestContext,
  reply: (received: Received, index: number) => Reply | Promise<Reply>,
  options: Partial<ClientOptions> = {},
): Promise<{ client: Client; url: string; received: Received[]; diagnostics: Diagnostic[] }> {
  const received: Received[] = []
  const diagnostics: Diagnostic[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    const entry = { method, url, headers, body: await text(request) }
    const given = await reply(entry, received.push(entry) - 1)
    if (typeof given === 'function') given(response)
    else send(response, given)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = createClient({
    baseUrl: url,
    fetchToken: () => 'token',
    onDiagnostic: (diagnostic) => diagnostics.push(diagnostic),
    validation: 'off',
    ...options,
  })
  t.after(() => {
    client.close()
    server.closeAllConnections()
    server.close()
  })
  return { client, url, received, diagnostics }
}

function send(response: ServerResponse, reply: Exclude<Reply, (response: ServerResponse) => void>) {
  const { status = 200, headers = {}, body = {} } = reply
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body))
}

/** Makes every back-off as short as full jitter allows: nothing. */
export function withoutJitter(t: TestContext) {
  t.mock.method(Math, 'random', () => 0)
}

/** A token in the shape of a JSON web token. */
export function jwt(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none' })}.${part(claims)}.sig`
}

/** Resolves when the condition holds, looking again after every turn of the event loop. */
export async function until(condition: () => boolean) {
  const end = performance.now() + 20_000
  while (!condition()) {
    if (performance.now() > end) throw new Error(`never came true: ${condition}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
