// One page of a vendor with widgets, over a backend of a bench, in Chromium.
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { provideBrowsers } from './browsers.ts'
import { openBrowser } from './e2e/engine.ts'
import { build } from './packages.ts'
import { serve } from './serve.ts'

const cdn = join(import.meta.dirname, '../packages/elements/dist/cdn')

/** A backend whose calls come through the page's own address. */
export interface BenchBackend {
  token: string
  fetch(request: Request): Promise<Response>
}

/** Shows a page with these widgets, built from the sources, to `look`; answers what that answers. */
export async function atBenchSite<Times>(
  widgets: string,
  backend: BenchBackend,
  look: (browser: Browser, origin: string) => Promise<Times>,
): Promise<Times> {
  build()
  provideBrowsers(['chromium'])
  const site = await serve(({ url, method, headers, body }) => {
    const { pathname } = new URL(url)
    if (pathname === '/')
      return new Response(page(widgets), { headers: { 'content-type': 'text/html' } })
    if (pathname === '/token') return Response.json({ token: backend.token })
    if (!pathname.startsWith('/v1')) return undefined
    const more = body ? { body, duplex: 'half' as const } : {}
    return backend.fetch(new Request(url, { method, headers, ...more }))
  }, cdn)
  const browser = await openBrowser()
  try {
    return await look(browser, site.origin)
  } finally {
    await browser.close()
    await site.stop()
  }
}

const page = (widgets: string) => `<!doctype html><html lang="en"><meta charset="utf-8">
<link rel="icon" href="data:,"><title>Bench</title><script type="module" src="/prmkit.js"></script>
<prm-portal base-url="/" token-url="/token">${widgets}</prm-portal></html>`
