// Opens a page on a slow line and a slow device, and notes when its first field takes a key.
import type { CDPSession, Page } from 'playwright-core'

const line = { latency: 150, bits: 1_600_000 }
const slowDown = 4

export interface FirstKey {
  /** From the navigation to the first field on screen. */
  milliseconds: number
  /** How much of that the page's own script ran. */
  script: number
  /** Requests in a row, preflights among them, that ended before the field was there. */
  trips: number
}

/** One request in seconds of the browser's clock. */
export interface Trip {
  start: number
  end: number
}

export async function firstKey(page: Page, address: string): Promise<FirstKey> {
  const session = await page.context().newCDPSession(page)
  const trips = await listen(session)
  await session.send('Performance.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: line.latency,
    downloadThroughput: line.bits / 8,
    uploadThroughput: line.bits / 8,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
  await page.addInitScript(watchForField)
  await page.goto(address, { waitUntil: 'commit' })
  const shown = await page.waitForFunction(() => (globalThis as Watched).firstField?.at)
  const milliseconds = Number(await shown.jsonValue())
  const { metrics } = await session.send('Performance.getMetrics')
  const script = metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN
  const inTime = trips().filter(({ start, end }, _, [first]) => {
    const begun = first?.start ?? start
    return (end - begun) * 1000 <= milliseconds
  })
  await page.evaluate(() => (globalThis as Watched).firstField?.input.focus())
  await page.keyboard.press('a')
  await page.waitForFunction(() => (globalThis as Watched).firstField?.input.value === 'a')
  return { milliseconds, script: script * 1000, trips: tripsInARow(inTime) }
}

/** The longest chain of requests of which each began after the one before it had ended. */
export function tripsInARow(trips: readonly Trip[]): number {
  const ended: { end: number; depth: number }[] = []
  for (const { start, end } of trips.toSorted((one, other) => one.end - other.end)) {
    const before = ended.filter((earlier) => earlier.end <= start).map(({ depth }) => depth)
    ended.push({ end, depth: 1 + Math.max(0, ...before) })
  }
  return Math.max(0, ...ended.map(({ depth }) => depth))
}

/** Requests that came to an end, the page's own first; preflights are requests too. */
async function listen(session: CDPSession): Promise<() => Trip[]> {
  const begun = new Map<string, number>()
  const trips: Trip[] = []
  session.on('Network.requestWillBeSent', ({ requestId, timestamp, request }) => {
    if (/^https?:/.test(request.url)) begun.set(requestId, timestamp)
  })
  session.on('Network.loadingFinished', ({ requestId, timestamp }) => {
    const start = begun.get(requestId)
    if (start !== undefined) trips.push({ start, end: timestamp })
  })
  await session.send('Network.enable')
  return () => trips.toSorted((one, other) => one.start - other.start)
}

type Watched = typeof globalThis & { firstField?: { at: number; input: HTMLInputElement } }

/** Looks for a text field with every frame, also in shadow roots. */
function watchForField(): void {
  const find = (root: Document | ShadowRoot): HTMLInputElement | undefined => {
    for (const element of root.querySelectorAll('*')) {
      const text = element instanceof HTMLInputElement && /^(text|search)$/.test(element.type)
      if (text && element.getBoundingClientRect().height > 0) return element
      const inside = element.shadowRoot && find(element.shadowRoot)
      if (inside) return inside
    }
    return undefined
  }
  const look = () => {
    const input = find(document)
    if (input) (globalThis as Watched).firstField = { at: performance.now(), input }
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
