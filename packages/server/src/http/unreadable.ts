import type { Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { newId } from '../ids.ts'
import { problemResponse, ProblemError } from '../problem.ts'
import type { Log } from '../log.ts'
import { allowOrigin, secure } from './cross-origin.ts'

/** How long a connection may still read its refusal. */
const lingering = 1000

/** The answer to bytes that never became a request: the sender is unknown, so any page may read it. */
export function refuse(problem: ProblemError, log?: Log): Response {
  const requestId = newId('req')
  const response = problemResponse(problem, requestId)
  response.headers.set('request-id', requestId)
  secure(response.headers, false)
  allowOrigin(response.headers, '*')
  log?.info({ requestId, operation: 'none', status: response.status }, 'refused')
  return response
}

/** Answers with a problem document where Node would refuse with a bare status. */
export function refuseUnreadable(server: Server, log?: Log): void {
  const answers = new WeakMap<Duplex, ServerResponse>()
  const refused = new WeakSet<Duplex>()
  server.on('request', ({ socket }, response) => answers.set(socket, response))

  async function end(socket: Duplex, problem: ProblemError): Promise<void> {
    if (refused.has(socket)) return
    refused.add(socket)
    // A refusal in the middle of an answer would look like a part of it, so the connection just ends.
    const answer = answers.get(socket)
    const begun = answer?.headersSent === true && !answer.writableFinished
    if (!socket.writable || begun) return void socket.destroy()
    const response = refuse(problem, log)
    const body = await response.text()
    response.headers.set('connection', 'close')
    response.headers.set('content-length', String(Buffer.byteLength(body)))
    const head = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`).join('')
    socket.end(`HTTP/1.1 ${response.status} Refused\r\n${head}\r\n${body}`)
    setTimeout(() => socket.destroy(), lingering).unref()
  }

  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET') socket.destroy()
    else void end(socket, problemOf(error))
  })
  server.on('connect', (_request, socket) => {
    const allow = 'GET, POST, PATCH, PUT, DELETE'
    const detail = `This is no proxy; possible here: ${allow}.`
    void end(socket, new ProblemError('method-not-allowed', detail, { headers: { allow } }))
  })
}

function problemOf({ code }: NodeJS.ErrnoException): ProblemError {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new ProblemError(
        'headers-too-large',
        'The address and the headers together have more bytes than this server takes.',
      )
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new ProblemError('request-timeout', 'The request did not arrive in time; repeat it.')
    default:
      return new ProblemError('malformed-request', `This is not HTTP/1.1 (${code ?? 'unknown'}).`)
  }
}
