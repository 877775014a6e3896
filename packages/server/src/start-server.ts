import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, RequestError } from '@hono/node-server'
import { badgeMaker } from './badges/draw.ts'
import { childPerformer } from './background/child-performer.ts'
import { createApp } from './app.ts'
import { refuse, refuseUnreadable } from './http/unreadable.ts'
import { ProblemError } from './problem.ts'
import { resources } from './resources.ts'
import { scormScript } from './scorm-script.ts'
import type { AppOptions } from './services.ts'

/** Bytes of a request’s head: the longest search, 10,000 characters of nine bytes each, fits in. */
const maxHeaderSize = 128 * 1024

/** How often the clock's work is done. */
const tickEvery = 2000

export interface ServerOptions extends AppOptions {
  /** 0 takes any port that is free. */
  port: number
  host: string
  /** Milliseconds for which running requests may go on when the server stops, 10,000 unless told. */
  drainTime?: number
}

/** A server that listens. */
export interface RunningServer {
  url: string
  /** Takes no new requests, ends event streams, lets running requests finish; the store is the caller's. */
  close(): Promise<void>
}

/** Serves the contract over HTTP until it is closed. */
export async function startServer({
  port,
  host,
  drainTime = 10_000,
  ...options
}: ServerOptions): Promise<RunningServer> {
  const { store, log, clock = Date.now } = options
  const now = new Date(clock()).toISOString()
  for (const { renew } of resources.values()) await renew?.(store, { now, ...(log && { log }) })
  const app = createApp({
    performer: childPerformer(),
    badges: badgeMaker(),
    scormScript,
    ...options,
  })
  const answer = getRequestListener(app.fetch, {
    overrideGlobalObjects: false,
    errorHandler: (error) => refuse(unreadable(error, options.log), options.log),
  })
  // A missing Host is refused like a wrong one, and an expectation that nobody knows is none.
  const server = createServer({ requireHostHeader: false, maxHeaderSize }, answer)
  server.on('checkExpectation', answer)
  refuseUnreadable(server, options.log)
  await listen(server, port, host)
  let ticking: Promise<void> = Promise.resolve()
  let next: NodeJS.Timeout | undefined
  const tick = () => {
    ticking = app
      .tick()
      .catch((error: Error) =>
        options.log?.error({ error: error.stack }, 'the clock’s work failed'),
      )
      .then(() => void (next = setTimeout(tick, tickEvery)))
  }
  tick()
  const { port: bound } = server.address() as AddressInfo
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`
  warnOfSharedHost(options, url)
  return {
    url,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      app.close()
      // A connection whose last answer is out would stay open for the next request.
      const idle = setInterval(() => server.closeIdleConnections(), 50)
      const force = setTimeout(() => server.closeAllConnections(), drainTime)
      await closed
      clearTimeout(force)
      clearInterval(idle)
      await ticking
      clearTimeout(next)
      await app.finish()
    },
  }
}

/** Cookies ignore ports: a course on the site’s host would get those of the portal. */
function warnOfSharedHost({ contentOrigin, publicUrl, log }: AppOptions, url: string): void {
  if (contentOrigin === undefined) return
  const { hostname } = new URL(contentOrigin)
  if (hostname === new URL(publicUrl ?? url).hostname)
    log?.warn(
      { contentOrigin },
      `courses and the portal share the host ${hostname}, and with it its cookies; give --content-origin another host`,
    )
}

/** Why something could not be made into a request; the app itself never fails. */
function unreadable(error: unknown, log: ServerOptions['log']): ProblemError {
  if (error instanceof RequestError)
    return new ProblemError('malformed-request', `The address cannot be read: ${error.message}.`)
  log?.error({ error: String(error) }, 'failed')
  return new ProblemError('internal-error', 'Repeat the request.')
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE'
      const why = inUse ? 'another program uses it; choose one with --port' : error.message
      reject(new Error(`Port ${port} on ${host} cannot be used: ${why}.`))
    })
    server.listen(port, host, resolve)
  })
}
