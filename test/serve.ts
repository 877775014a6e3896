// Serves a fetch handler and folders of files on a free port of this machine.
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'

type Handler = (request: Request) => Response | undefined | Promise<Response | undefined>
export type Site = { origin: string; stop: () => Promise<void> }

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** Asks the handler first; what it leaves alone is looked up in the folder. */
export async function serve(handler: Handler, folder?: string): Promise<Site> {
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error) => {
      outgoing.writeHead(500).end(String(error))
    })
  })

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse) {
    const response = await handler(asRequest(incoming))
    if (response) return send(response, outgoing)
    const path = normalize(new URL(incoming.url ?? '/', 'http://site').pathname)
    const file = folder && join(folder, path)
    if (!file || !existsSync(file) || !statSync(file).isFile()) {
      outgoing.writeHead(404).end()
      return
    }
    outgoing.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(outgoing)
  }

  server.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function asRequest(incoming: IncomingMessage): Request {
  const { method = 'GET', headers, url = '/' } = incoming
  const lists = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  )
  const body = ['GET', 'HEAD'].includes(method)
    ? {}
    : { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' as const }
  return new Request(new URL(url, `http://${headers.host}`), { method, headers: lists, ...body })
}

function send(response: Response, outgoing: ServerResponse) {
  outgoing.writeHead(response.status, Object.fromEntries(response.headers))
  if (!response.body) return outgoing.end()
  // The page may have gone before its answer came; nobody would end a stream of events.
  if (outgoing.destroyed) return response.body.cancel()
  const stream = Readable.fromWeb(response.body as never)
  outgoing.on('close', () => stream.destroy())
  stream.on('error', () => outgoing.destroy())
  return stream.pipe(outgoing)
}
