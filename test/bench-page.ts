// How long a visitor waits for the first key: our form, bare fields of Shoelace, a plain page.
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Form } from '@prmkit/contract'
import { createDemo, type Connection } from '@prmkit/mock'
import type { Browser } from 'playwright-core'
import { provideBrowsers } from './browsers.ts'
import { openBrowser } from './e2e/engine.ts'
import { build } from './packages.ts'
import { serve, type Site } from './serve.ts'
import { bareFields, plainFields, shoelaceTags } from './size/bare-fields.ts'
import { bundle } from './size/bundle.ts'
import { firstKey, type FirstKey } from './size/first-key.ts'

const cdn = join(import.meta.dirname, '../packages/elements/dist/cdn')
const rounds = 5

/** The medians of one page. */
export interface PageTimes extends FirstKey {
  what: string
}

/** Opens each page in turn, several times, over a slow line on a slow device. */
export async function benchPages(): Promise<PageTimes[]> {
  build()
  provideBrowsers(['chromium'])
  const demo = await createDemo()
  const api = await startApi(demo)
  const form = await formOf(demo)
  const tags = shoelaceTags.map((tag) => `@shoelace-style/shoelace/dist/components/${tag}.js`)
  const elements = ['portal', 'deal-form'].map((entry) => `@prmkit/elements/${entry}`)
  const imports = (paths: string[]) => paths.map((path) => `import '${path}'`).join('\n')
  const portal = `<prm-portal base-url="${api.origin}" token-url="/token"><prm-deal-form></prm-deal-form></prm-portal>`
  const script = (name: string) => `<script type="module" src="/${name}"></script>`
  const pages = [
    { what: 'plain HTML', folder: cdn, body: plainFields(form) },
    {
      what: 'Shoelace, bare fields (Vite)',
      folder: await bundle('vite', 'shoelace', imports(tags)),
      body: script('main.js') + bareFields(form),
    },
    {
      what: 'prm-deal-form (Vite)',
      folder: await bundle('vite', 'first-key', imports(elements)),
      body: script('main.js') + portal,
    },
    { what: 'prm-deal-form (CDN)', folder: cdn, body: script('prmkit.js') + portal },
  ]
  const browser = await openBrowser()
  const sites = await Promise.all(pages.map(({ folder, body }) => startPage(demo, folder, body)))
  try {
    const measured = pages.map((): FirstKey[] => [])
    for (let round = 0; round < rounds; round++)
      for (const [index, site] of sites.entries())
        measured[index]?.push(await openFresh(browser, site))
    return pages.map(({ what }, index) => ({ what, ...medians(measured[index] ?? []) }))
  } finally {
    await browser.close()
    await Promise.all([...sites, api].map((site) => site.stop()))
  }
}

/** The sample backend on an origin of its own. */
function startApi(demo: Connection): Promise<Site> {
  return serve(({ url, method, headers, body }) => {
    const { pathname, search } = new URL(url)
    const more = body ? { body, duplex: 'half' as const } : {}
    return demo.fetch(
      new Request(`${demo.baseUrl}${pathname}${search}`, { method, headers, ...more }),
    )
  })
}

async function formOf(demo: Connection): Promise<Form> {
  const { token } = await demo.fetchToken()
  const headers = { authorization: `Bearer ${token}` }
  const answer = await demo.fetch(new Request(`${demo.baseUrl}/v1/forms/deal`, { headers }))
  return (await answer.json()) as Form
}

/** A page and its files, compressed as a vendor's site sends them. */
async function startPage(demo: Connection, folder: string, body: string): Promise<Site> {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Page</title><body>${body}</body></html>`
  const compressed = new Map<string, Buffer<ArrayBuffer>>()
  const types = { '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css' }
  return serve(async ({ url }) => {
    const { pathname } = new URL(url)
    if (pathname === '/') return new Response(html, { headers: { 'content-type': 'text/html' } })
    if (pathname === '/token') return Response.json(await demo.fetchToken())
    const type = types[extname(pathname) as keyof typeof types]
    if (!type) return undefined
    const bytes =
      compressed.get(pathname) ?? brotliCompressSync(readFileSync(join(folder, pathname)))
    compressed.set(pathname, bytes)
    return new Response(bytes, { headers: { 'content-type': type, 'content-encoding': 'br' } })
  })
}

/** A visitor who has never been here: nothing is kept from the round before. */
async function openFresh(browser: Browser, site: Site): Promise<FirstKey> {
  const context = await browser.newContext({ locale: 'en-GB' })
  try {
    return await firstKey(await context.newPage(), site.origin)
  } finally {
    await context.close()
  }
}

function medians(all: FirstKey[]): FirstKey {
  const median = (read: (one: FirstKey) => number) =>
    all.map(read).toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? Number.NaN
  return {
    milliseconds: median(({ milliseconds }) => milliseconds),
    script: median(({ script }) => script),
    trips: median(({ trips }) => trips),
  }
}
