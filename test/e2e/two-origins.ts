// A page with widgets on one origin and the sample backend on another, as on a vendor's site.
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { createDemo, type Connection } from '@prmkit/mock'
import { serve, type Site } from '../serve.ts'

/** The parts of the page, and how slowly its site and the backend answer. */
export interface PageOptions {
  /** The folder of its scripts. */
  readonly folder: string
  /** The content of its head. */
  readonly head?: string
  /** The content of its body, for the address of the backend and the sample data in it. */
  readonly body: (api: string, demo: Connection) => string | Promise<string>
  /** Settles once a request may be answered: for the page, a script, a token or the backend. */
  readonly mayAnswer?: (kind: Kind, request: string) => unknown
}

type Kind = 'page' | 'script' | 'token' | 'backend'

/** The two origins, and the sample data behind them. */
export interface TwoOrigins extends AsyncDisposable {
  readonly origin: string
  readonly api: string
  readonly demo: Connection
}

const types: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json' }

/** Starts both; the scripts are compressed as a vendor's site sends them. */
export async function startTwoOrigins(options: PageOptions): Promise<TwoOrigins> {
  const demo = await createDemo()
  const api = await startApi(demo, options)
  const page = await startPage(demo, await options.body(api.origin, demo), options)
  return {
    origin: page.origin,
    api: api.origin,
    demo,
    async [Symbol.asyncDispose]() {
      await Promise.all([page.stop(), api.stop()])
    },
  }
}

function startApi(demo: Connection, { mayAnswer }: PageOptions): Promise<Site> {
  return serve(async ({ url, method, headers, body }) => {
    const { pathname, search } = new URL(url)
    const more = body ? { body, duplex: 'half' as const } : {}
    await mayAnswer?.('backend', `${method} ${pathname}`)
    return demo.fetch(
      new Request(`${demo.baseUrl}${pathname}${search}`, { method, headers, ...more }),
    )
  })
}

function startPage(demo: Connection, body: string, options: PageOptions): Promise<Site> {
  const { folder, head = '', mayAnswer } = options
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Page</title>${head}<body>${body}</body></html>`
  const compressed = new Map<string, Buffer<ArrayBuffer>>()
  return serve(async ({ url, method }) => {
    const { pathname } = new URL(url)
    const type = types[extname(pathname)]
    const kind = pathname === '/' ? 'page' : type ? 'script' : 'token'
    await mayAnswer?.(kind, `${method} ${pathname}`)
    if (pathname === '/') return new Response(html, { headers: { 'content-type': 'text/html' } })
    if (pathname === '/token') return Response.json(await demo.fetchToken())
    if (!type) return undefined
    const bytes =
      compressed.get(pathname) ?? brotliCompressSync(readFileSync(join(folder, pathname)))
    compressed.set(pathname, bytes)
    return new Response(bytes, { headers: { 'content-type': type, 'content-encoding': 'br' } })
  })
}
