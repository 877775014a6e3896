// A page with widgets over the reference backend in memory, on one origin, for tests of one page.
import { createApp, memoryFiles, memoryStore, seed } from '@prmkit/server'
import { join } from 'node:path'
import { serve, type Site } from '../serve.ts'

/** A site whose visitor signs in and out by assignment. */
export interface PartnerPage extends Site {
  /** The id of the user who is signed in. */
  user: string | undefined
  /** Sends a request as the vendor’s backend does. */
  asVendor(path: string, body: object): Promise<void>
}

const cdn = join(import.meta.dirname, '../../packages/elements/dist/cdn')
const apiKey = 'sk_for_these_tests_only'

/** Serves the same widgets at every path that is no file, on a page that browsers may keep. */
export async function servePartnerPage(widgets: string): Promise<PartnerPage> {
  const store = memoryStore()
  await seed(store)
  const app = createApp({ store, fileStore: memoryFiles(), apiKeys: [apiKey] })
  const answer = async (request: Request): Promise<Response | undefined> => {
    const { pathname, origin } = new URL(request.url)
    if (pathname.startsWith('/v1')) return app.fetch(request)
    if (pathname === '/prm-token') {
      if (!page.user) return new Response(null, { status: 401 })
      return app.fetch(
        new Request(`${origin}/v1/sessions`, {
          method: 'POST',
          headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
          body: JSON.stringify({ user: { id: page.user } }),
        }),
      )
    }
    if (/\.\w+$/.test(pathname)) return undefined
    const body =
      pathname === '/'
        ? `<prm-portal base-url="/" token-url="/prm-token">${widgets}</prm-portal>`
        : `<p>Elsewhere</p>`
    const html = `<!doctype html><html lang="en"><title>Page</title>
      <script type="module" src="/prmkit.js"></script><body>${body}</body></html>`
    return new Response(html, { headers: { 'content-type': 'text/html' } })
  }
  const site = await serve(answer, cdn)
  const asVendor = async (path: string, body: object) => {
    const headers = {
      ...{ authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      'idempotency-key': crypto.randomUUID(),
    }
    const request = new Request(`${site.origin}/v1${path}`, {
      ...{ method: 'POST', headers, body: JSON.stringify(body) },
    })
    const answer = await app.fetch(request)
    if (!answer.ok) throw new Error(await answer.text())
  }
  const page: PartnerPage = { ...site, user: 'ada', asVendor }
  return page
}
