import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { versionPrefix } from '@prmkit/contract'
import type { Target } from './target.ts'

/**
 * Posts a large body to `/sessions` and reads the answer also where it comes before the body has ended
 * and the connection is then closed: `fetch` would tell only that it broke.
 */
export function early(
  { baseUrl, patience = 30_000 }: Target,
  headers: Record<string, string>,
  body: string,
): Promise<Response> {
  const url = new URL(baseUrl.replace(/\/$/, '') + versionPrefix + '/sessions')
  const sent = { 'Content-Type': 'application/json', ...headers }
  const ask = url.protocol === 'https:' ? secure : plain
  return new Promise((resolve, reject) => {
    let failure: unknown
    const request = ask(url, { method: 'POST', headers: sent, timeout: patience }, (answer) => {
      const pieces: Buffer[] = []
      const end = () =>
        resolve(
          new Response(Buffer.concat(pieces), {
            status: answer.statusCode ?? 0,
            headers: Object.entries(answer.headers).flatMap(([name, value]) =>
              [value ?? []].flat().map((one): [string, string] => [name, one]),
            ),
          }),
        )
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', end).on('close', end).on('error', end)
    })
    request.on('timeout', () => request.destroy(new Error('No answer came in time.')))
    request.on('error', (error) => (failure = error))
    // An answer that was there before the connection broke is read first.
    request.on('close', () => setImmediate(() => reject(failure ?? new Error('No answer came.'))))
    request.end(body)
  })
}
