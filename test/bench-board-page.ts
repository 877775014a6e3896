// How long a deal that is won takes to the new value on a partner's screen: a page with the leaderboard
// against the real server.
import { join } from 'node:path'
import { median } from '../packages/server/test/bench-statements.ts'
import type { WonBackend } from '../packages/server/test/bench-won.ts'
import { provideBrowsers } from './browsers.ts'
import { openBrowser } from './e2e/engine.ts'
import { build } from './packages.ts'
import { serve } from './serve.ts'

const cdn = join(import.meta.dirname, '../packages/elements/dist/cdn')
const rounds = 21
/** Milliseconds after which nothing that happened before keeps the server from telling at once. */
const quiet = 2500

/** Milliseconds from the request of the desk to the frame with the new value. */
export interface WonTimes {
  /** The median, where nothing was told for a while. */
  quiet: number
  /** The median of deals that are won one after another, which wait for the second to be over. */
  busy: number
  /** The longest of all. */
  most: number
}

/** Wins deals while a partner looks at the leaderboard in Chromium. */
export async function benchWon(backend: WonBackend): Promise<WonTimes> {
  build()
  provideBrowsers(['chromium'])
  const site = await serve(({ url, method, headers, body }) => {
    const { pathname } = new URL(url)
    if (pathname === '/') return new Response(html, { headers: { 'content-type': 'text/html' } })
    if (pathname === '/token') return Response.json({ token: backend.token })
    if (!pathname.startsWith('/v1')) return undefined
    const more = body ? { body, duplex: 'half' as const } : {}
    return backend.fetch(new Request(url, { method, headers, ...more }))
  }, cdn)
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    const live = page.waitForResponse(/\/v1\/events$/)
    await page.goto(site.origin)
    await Promise.all([live, page.locator('prm-leaderboard .mine').waitFor()])
    let value = 0
    const times: Record<'quiet' | 'busy', number[]> = { quiet: [], busy: [] }
    for (const kind of ['quiet', 'busy'] as const)
      for (let round = 0; round < rounds; round++) {
        const win = await backend.approved()
        if (kind === 'quiet') await new Promise((done) => setTimeout(done, quiet))
        value += 10
        const shown = page.evaluate(shows, value.toLocaleString('en'))
        const start = performance.now()
        await Promise.all([win(), shown])
        times[kind].push(performance.now() - start)
      }
    const [first, second] = [times.quiet, times.busy]
    return { quiet: median(first), busy: median(second), most: Math.max(...first, ...second) }
  } finally {
    await browser.close()
    await site.stop()
  }
}

const html = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
<title>Board</title><script type="module" src="/prmkit.js"></script>
<prm-portal base-url="/" token-url="/token"><prm-leaderboard></prm-leaderboard></prm-portal></html>`

/** Waits for the frame in which the own place has a value. */
async function shows(value: string): Promise<void> {
  const root = document.querySelector('prm-leaderboard')!.shadowRoot!
  while (root.querySelector('.score span b')?.textContent !== value)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}
