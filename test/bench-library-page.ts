// How long long lists and previews take to be drawn: the content library in Chromium over the mock.
import type { Asset } from '@prmkit/contract'
import { createMock } from '@prmkit/mock'
import { median } from '../packages/server/test/bench-statements.ts'
import { atBenchSite } from './bench-site.ts'

const rows = 10_000
const rounds = 3

/** Milliseconds. */
export interface LibraryPageTimes {
  /** From 10,000 loaded assets to the frame that shows them. */
  list: number
  /** The same rows by `cloneNode`, one after the other, with the same styles. */
  plain: number
  /** The frame that 95 of 100 are faster than, while the list scrolls from its top to its end. */
  frame: number
  /** The same for an empty page of the same height, which is the least that this machine can do. */
  empty: number
  /** Drawing 25 more rows below 10,000. */
  more: number
  /** From a click on an asset to the frame with its first page. */
  preview: number
  /** The answers of the server in that time. */
  answers: number
}

/** Draws and opens assets in Chromium; medians of several rounds. */
export async function benchLibraryPage(): Promise<LibraryPageTimes> {
  const mock = createMock({ baseUrl: 'http://backend.example' })
  const { token } = await mock.fetchToken()
  const fetch = async (request: Request) => {
    const { pathname, search } = new URL(request.url)
    const plain = new Request(`http://backend.example${pathname}${search}`, request)
    // A page of the same origin needs no Origin header, which the mock's session does not name.
    plain.headers.delete('origin')
    // The mock puts images into answers that are not compressed.
    plain.headers.delete('accept-encoding')
    return mock.fetch(plain)
  }
  const widget = '<prm-content-library></prm-content-library>'
  return atBenchSite(widget, { token, fetch }, async (browser, origin) => {
    const times: LibraryPageTimes[] = []
    for (let round = 0; round < rounds; round++) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
      await page.goto(origin)
      await page.locator('prm-content-library .row').first().waitFor()
      // The page of an asset is fetched while nobody waits for it.
      await page.waitForFunction(() => customElements.get('prm-asset-page'))
      const opened = await page.evaluate(openFirst)
      await page.reload()
      await page.locator('prm-content-library .row').first().waitFor()
      const drawn = await page.evaluate(drawMany, rows)
      // The plain rows are gone, and collecting them is no part of the list's scrolling.
      const session = await page.context().newCDPSession(page)
      await session.send('HeapProfiler.collectGarbage')
      times.push({ ...opened, ...drawn, ...(await page.evaluate(scrollOn)) })
      await page.close()
    }
    const middle = (name: keyof LibraryPageTimes) => median(times.map((one) => one[name]))
    return {
      ...{ list: middle('list'), plain: middle('plain'), frame: middle('frame') },
      ...{ empty: middle('empty'), more: middle('more') },
      ...{ preview: middle('preview'), answers: middle('answers') },
    }
  }).finally(() => mock.close())
}

type Library = HTMLElement & {
  list: { items: readonly Asset[]; kept: number }
  requestUpdate(): void
}

/** Opens the first presentation; the frame with its first page ends the measurement. */
async function openFirst() {
  const library = document.querySelector('prm-content-library') as Library
  const root = library.shadowRoot!
  const row = root.querySelector<HTMLElement>('#row-leak-detection-deck .cover')!
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  const start = performance.now()
  row.click()
  for (;;) {
    await frame()
    const shown = root.querySelector('prm-asset-page')?.shadowRoot
    const image = shown?.querySelector<HTMLImageElement>('.pages img')
    if (image?.complete && image.naturalWidth > 0) break
    if (performance.now() - start > 30_000) throw new Error('No page of the preview appears.')
  }
  const preview = performance.now() - start
  const requests = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
  const asked = requests.filter(
    ({ name, startTime }) =>
      startTime >= start && /leak-detection-deck(\/preview)?(\?|$)/.test(name),
  )
  // Both answers are waited for at once.
  const begun = Math.min(...asked.map(({ requestStart }) => requestStart))
  const answers = Math.max(...asked.map(({ responseEnd }) => responseEnd)) - begun
  return { preview, answers }
}

/** Draws so many rows by the list and by plain DOM. */
async function drawMany(count: number) {
  const library = document.querySelector('prm-content-library') as Library
  const root = library.shadowRoot!
  const frame = () =>
    new Promise<number>((resolve) =>
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))),
    )
  const sample = library.list.items
  const asset = (index: number): Asset => ({
    ...sample[index % sample.length]!,
    ...{ id: `asset-${index}`, title: `Asset number ${index}` },
  })
  const model = root.querySelector<HTMLElement>('.row')!.cloneNode(true) as HTMLElement

  const host = document.createElement('div')
  const plainRoot = host.attachShadow({ mode: 'open' })
  plainRoot.adoptedStyleSheets = root.adoptedStyleSheets
  const rows = plainRoot.appendChild(document.createElement('div'))
  rows.className = 'rows'
  await frame()
  const begun = performance.now()
  document.body.append(host)
  for (let index = 0; index < count; index++) {
    const row = model.cloneNode(true) as HTMLElement
    row.id = `row-plain-${index}`
    row.querySelector('.cover')!.textContent = `Asset number ${index}`
    rows.append(row)
  }
  const plain = (await frame()) - begun
  host.remove()
  await frame()

  const items = Array.from({ length: count }, (_, index) => asset(index))
  const start = performance.now()
  library.list.items = items
  library.requestUpdate()
  const list = (await frame()) - start
  return { list, plain }
}

/** Scrolls through the list, draws some more rows, and scrolls through an empty page of the same height. */
async function scrollOn() {
  const library = document.querySelector('prm-content-library') as Library
  const frame = () =>
    new Promise<number>((resolve) =>
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))),
    )
  const end = document.documentElement.scrollHeight
  const slowFrame = async () => {
    const frames: number[] = []
    const steps = 120
    for (let step = 1, last = await frame(); step <= steps; step++) {
      scrollTo(0, (end / steps) * step)
      const now = await frame()
      frames.push(now - last)
      last = now
    }
    return frames.toSorted((one, other) => one - other)[Math.floor(steps * 0.95)]!
  }
  const slow = await slowFrame()
  const { items } = library.list
  const grown = performance.now()
  library.list.items = [
    ...items,
    ...items.slice(0, 25).map((one) => ({ ...one, id: `${one.id}-more` })),
  ]
  library.list.kept = items.length
  library.requestUpdate()
  const more = (await frame()) - grown
  const box = document.createElement('div')
  box.style.height = `${end}px`
  document.body.replaceChildren(box)
  await frame()
  return { frame: slow, more, empty: await slowFrame() }
}
