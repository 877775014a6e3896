// Opens a page with widgets in Chromium and notes every file it fetches.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { createDemo } from '@prmkit/mock'
import type { Browser, Page } from 'playwright-core'
import { serve } from '../serve.ts'

export function brotli(content: Buffer | string): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
  return brotliCompressSync(content, { params }).length
}

export const weigh = (...files: string[]) =>
  files.reduce((total, file) => total + brotli(readFileSync(file)), 0)

export type Fetched = { bytes: number; files: string[]; folder: string }

/**
 * What is fetched by the clock, a second or more after a page is there: the client's event stream and
 * validators, what the form needs after the first key, and the list once a deal is opened. The site answers it only when all is
 * measured: neither it nor what it imports is counted, however slow the run.
 */
const byTheClock = /\b(live|drift|later|deal-detail)-/

/**
 * What a page fetches until `ready` comes true, beside the page itself and the answers of the
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
    if (byTheClock.test(pathname)) return measured.promise
    if (!pathname.startsWith('/v1')) return undefined
    return demo.fetch(new Request(`${demo.baseUrl}${pathname}${search}`, request))
  }, folder)
  const measured = Promise.withResolvers<undefined>()
  const page = await browser.newPage()
  try {
    const paths = new Set<string>()
    page.on('request', (request) => {
      const { pathname, origin } = new URL(request.url())
      if (origin === site.origin && /\.(js|css|json|svg|woff2)$/.test(pathname)) paths.add(pathname)
    })
    await page.goto(site.origin)
    await ready(page)
    const files = [...paths].filter((path) => !path.startsWith('/v1') && !byTheClock.test(path))
    return { bytes: weigh(...files.map((path) => join(folder, path))), files, folder }
  } finally {
    measured.resolve(undefined)
    await page.close()
    await site.stop()
  }
}
