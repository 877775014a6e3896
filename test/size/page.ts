// Opens a page with widgets in Chromium and notes every file it fetches.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { createDemo } from '@prmkit/mock'
import type { Browser, Page } from 'playwright-core'
import { serve } from '../serve.ts'

/** Bytes by content: most pages fetch the same files, and each is compressed once. */
const compressed = new Map<string, number>()

function brotli(content: Buffer): number {
  const key = content.toString('latin1')
  const known = compressed.get(key)
  if (known !== undefined) return known
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  const bytes = brotliCompressSync(content, { params }).length
  compressed.set(key, bytes)
  return bytes
}

export const weigh = (...files: string[]) =>
  files.reduce((total, file) => total + brotli(readFileSync(file)), 0)

export type Fetched = { bytes: number; files: string[]; folder: string }

/**
 * Stops the page's clock for what waits 300 ms or longer: the client's event stream and validators,
 * what the form needs after the first key, the list once a deal is opened. A slow run would count it.
 */
function stopClock(): void {
  const { setTimeout } = window
  window.setTimeout = ((work: () => void, delay = 0, ...rest: unknown[]) =>
    delay < 300 ? setTimeout(work, delay, ...rest) : 0) as typeof setTimeout
}

/**
 * The files that a page fetches until `ready` comes true, beside the page itself and the answers of the
 * backend. The backend is the sample one, on the page's own origin.
 */
export async function fetchedBy(
  browser: Browser,
  folder: string,
  body: string,
  ready: (page: Page) => Promise<void>,
): Promise<Fetched> {
  const demo = await createDemo()
  const html = `<!doctype html><html lang="en"><title>Size</title><body>${body}</body></html>`
  const site = await serve(async (request) => {
    const { pathname, search } = new URL(request.url)
    if (pathname === '/') return new Response(html, { headers: { 'content-type': 'text/html' } })
    if (pathname === '/token') return Response.json(await demo.fetchToken())
    if (!pathname.startsWith('/v1')) return undefined
    return demo.fetch(new Request(`${demo.baseUrl}${pathname}${search}`, request))
  }, folder)
  const page = await browser.newPage()
  try {
    const paths = new Set<string>()
    page.on('request', (request) => {
      const { pathname, origin } = new URL(request.url())
      if (origin === site.origin && /\.(js|css|json|svg|woff2)$/.test(pathname)) paths.add(pathname)
    })
    await page.addInitScript(stopClock)
    await page.goto(site.origin)
    await ready(page)
    const files = [...paths].filter((path) => !path.startsWith('/v1'))
    return { bytes: weigh(...files.map((path) => join(folder, path))), files, folder }
  } finally {
    await page.close()
    await site.stop()
  }
}
