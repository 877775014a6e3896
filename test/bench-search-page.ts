// How long a key stroke takes to results on screen: a page with the search box against the real server.
import type { Page } from 'playwright-core'
import { median } from '../packages/server/test/bench-statements.ts'
import type { SearchBackend } from '../packages/server/test/bench-search.ts'
import { atBenchSite } from './bench-site.ts'

/** Milliseconds that the search waits for another key; see `articles/article-search.ts`. */
const pause = 120

/** Medians in milliseconds. */
export interface KeyTimes {
  /** From the key to the frame that shows its results. */
  shown: number
  /** The server’s answer alone, as the browser saw it. */
  answer: number
  /** The pause for another key. */
  pause: number
  /** The rest, which is ours. */
  ours: number
}

/** Types searches into a search box in Chromium. */
export async function benchKeys(backend: SearchBackend): Promise<KeyTimes> {
  return atBenchSite('<prm-search-box></prm-search-box>', backend, async (browser, origin) => {
    const page = await browser.newPage()
    await page.goto(origin)
    const field = page.locator('prm-search-box input')
    await field.waitFor()
    const times: Omit<KeyTimes, 'pause'>[] = []
    for (const { words } of [...backend.known.slice(0, 3), ...backend.known].slice(0, 33)) {
      await field.fill(words.slice(0, -1))
      await shownFor(page, words.slice(0, -1))
      await page.evaluate(watch, words)
      await field.press(words.at(-1)!)
      await shownFor(page, words)
      times.push(await page.evaluate(read, words))
    }
    const warm = times.slice(3)
    const middle = (name: keyof (typeof warm)[number]) => median(warm.map((one) => one[name]))
    const [shown, answer] = [middle('shown'), middle('answer')]
    return { shown, answer, pause, ours: middle('ours') - pause }
  })
}

/** Waits until the results of these words are on screen. */
async function shownFor(page: Page, words: string): Promise<void> {
  await page.waitForFunction((text) => {
    const box = document.querySelector('prm-search-box')
    const searching = (box as { searching?: { found: string } } | null)?.searching
    return searching?.found === text && box?.shadowRoot?.querySelector('[role=option]')
  }, words)
}

type Watched = typeof globalThis & { pressed?: number; drawn?: Promise<number> }

/** Notes when the next key is pressed, and when the first frame after its results is drawn. */
function watch(words: string): void {
  const box = document.querySelector('prm-search-box')!
  const watched = globalThis as Watched
  addEventListener('keydown', ({ timeStamp }) => (watched.pressed = timeStamp), {
    ...{ once: true, capture: true },
  })
  watched.drawn = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      const { found } = (box as unknown as { searching: { found: string } }).searching
      if (found !== words) return
      observer.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))
    })
    observer.observe(box.shadowRoot!, { subtree: true, childList: true, characterData: true })
  })
}

async function read(words: string) {
  const { pressed, drawn } = globalThis as Watched
  const shown = (await drawn!) - pressed!
  const query = new URLSearchParams({ search: words }).toString()
  const requests = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const request = requests.findLast(({ name }) => name.includes(query))
  if (!request) throw new Error(`No request asked for “${words}”.`)
  const answer = request.responseEnd - request.requestStart
  return { shown, answer, ours: shown - answer }
}
