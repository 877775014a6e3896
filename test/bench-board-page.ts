// How long a deal that is won takes to the new value on a partner's screen: a page with the leaderboard
// against the real server.
import { median } from '../packages/server/test/bench-statements.ts'
import type { WonBackend } from '../packages/server/test/bench-won.ts'
import { atBenchSite } from './bench-site.ts'

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
  return atBenchSite('<prm-leaderboard></prm-leaderboard>', backend, async (browser, origin) => {
    const page = await browser.newPage()
    const live = page.waitForResponse(/\/v1\/events$/)
    await page.goto(origin)
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
  })
}

/** Waits for the frame in which the own place has a value. */
async function shows(value: string): Promise<void> {
  const root = document.querySelector('prm-leaderboard')!.shadowRoot!
  while (root.querySelector('.score span b')?.textContent !== value)
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}
