// Nothing on a page moves while its widgets come: the sum of all layout shifts is 0.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { createClient } from '@prmkit/client'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { build } from '../packages.ts'
import { openBrowser } from './engine.ts'
import { startTwoOrigins, type PageOptions, type TwoOrigins } from './two-origins.ts'

const elements = join(import.meta.dirname, '../../packages/elements')
/** The rule that the README gives to embedders. */
const [, rule] =
  /```css\n([^`]*:not\(:defined\)[^`]*)```/.exec(
    readFileSync(join(elements, 'README.md'), 'utf8'),
  ) ?? []

/** The mark of a widget's content, and the file that it fetches three seconds later, if any. */
const widgets = {
  'prm-deal-form': { content: 'input', late: 'later-' },
  'prm-deal-list': { content: '[role=listitem]', late: 'deal-detail-' },
  'prm-announcements': { content: '[role=listitem]', late: 'announcement-page-' },
  'prm-leaderboard': { content: '.places tbody tr', late: '' },
  'prm-tier-progress': { content: '.gauge', late: '' },
  'prm-training-tracker': { content: '[role=listitem]', late: 'course-page-' },
  'prm-certificates': { content: '.cards', late: '' },
  'prm-knowledge-base': { content: '.card', late: '' },
  'prm-content-library': { content: '[role=listitem]', late: '' },
}

type Tag = keyof typeof widgets

/** The widgets of a page from top to bottom, and the attributes of each. */
const pages: Record<string, readonly [Tag, string?][]> = {
  'the form': [['prm-deal-form']],
  'the form without its check': [['prm-deal-form', 'without-check']],
  'the list above the form': [['prm-deal-list'], ['prm-deal-form']],
  'the form above the list': [['prm-deal-form'], ['prm-deal-list']],
  announcements: [['prm-announcements']],
  'a leaderboard': [['prm-leaderboard']],
  'the tier': [['prm-tier-progress']],
  training: [['prm-training-tracker']],
  certificates: [['prm-certificates']],
  'the knowledge base': [['prm-knowledge-base']],
  'the content library': [['prm-content-library']],
  'the list in German': [['prm-deal-list', 'lang="de"']],
}

const screens = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]

interface Shift {
  value: number
  moved: string[]
}

type Watched = typeof globalThis & { shifts: Shift[] }

/** Notes every shift that no input of the reader caused, with what moved. */
function watchShifts(): void {
  interface LayoutShift extends PerformanceEntry {
    value: number
    hadRecentInput: boolean
    sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[]
  }
  const shifts: Shift[] = ((globalThis as Watched).shifts = [])
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as LayoutShift[]) {
      if (entry.hadRecentInput) continue
      const moved = entry.sources.map(
        ({ node, previousRect, currentRect }) =>
          `${node?.nodeName} from ${previousRect.top} to ${currentRect.top}`,
      )
      shifts.push({ value: entry.value, moved })
    }
  }).observe({ type: 'layout-shift', buffered: true })
}

const bodyOf = (tags: readonly [Tag, string?][]) => (api: string) =>
  `<h1>Partner area</h1><prm-portal base-url="${api}" token-url="/token">
    ${tags.map(([tag, attributes = '']) => `<h2>Heading</h2><${tag} ${attributes}></${tag}>`).join('\n')}
  </prm-portal><p>Imprint</p>`

const headOf = (style: string, attributes = '') =>
  `<meta name="viewport" content="width=device-width"><style>${style}</style>
  <script type="module" src="/prmkit.js" ${attributes}></script>`

/** Waits for the content of what is on the screen, for the code after it, and for the next frames. */
async function loaded(page: Page, tags: readonly [Tag, string?][]) {
  for (const [index, [tag]] of tags.entries()) {
    const widget = page.locator(tag)
    // A widget far below the screen does not load.
    if (index && !(await isNear(page, tag))) continue
    await widget.locator(widgets[tag].content).first().waitFor()
    await page.waitForFunction(
      (file) => performance.getEntriesByType('resource').some(({ name }) => name.includes(file)),
      `/${widgets[tag].late}`,
    )
  }
  await threeFrames(page)
}

const threeFrames = (page: Page) =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
  })

/** Late code and slow answers, in milliseconds. */
const slowness = { page: 0, token: 0, script: 200, backend: 300 }
const mayAnswer = (kind: keyof typeof slowness) =>
  new Promise((done) => setTimeout(done, slowness[kind]))

const isNear = (page: Page, tag: string) =>
  page.locator(tag).evaluate((widget) => widget.getBoundingClientRect().top < innerHeight + 200)

const shiftsOf = (page: Page) => page.evaluate(() => (globalThis as Watched).shifts)

async function withContext(
  browser: Browser,
  viewport: { width: number; height: number },
  use: (context: BrowserContext) => Promise<void>,
) {
  const context = await browser.newContext({ viewport, locale: 'en-GB' })
  await context.addInitScript(watchShifts)
  try {
    await use(context)
  } finally {
    await context.close()
  }
}

// Pages mostly wait for their slow answers, so they may do so side by side.
describe('layout shift', { concurrency: 3 }, () => {
  let browser: Browser
  before(async () => {
    build()
    browser = await openBrowser()
  })
  after(() => browser.close())

  const start = (head: string, body: PageOptions['body']): Promise<TwoOrigins> =>
    startTwoOrigins({ folder: join(elements, 'dist/cdn'), head, body, mayAnswer })

  for (const [name, tags] of Object.entries(pages)) {
    test(`nothing moves on a first and a second visit: ${name}`, async () => {
      assert.ok(rule, 'packages/elements/README.md has no rule with :not(:defined)')
      await using site = await start(headOf(rule), bodyOf(tags))
      const visits = screens.map((screen) =>
        withContext(browser, screen, async (context) => {
          const page = await context.newPage()
          for (const visit of ['first', 'second']) {
            await (visit === 'first' ? page.goto(site.origin) : page.reload())
            await loaded(page, tags)
            assert.deepEqual(await shiftsOf(page), [], `${visit} visit at ${screen.width} px`)
          }
        }),
      )
      await Promise.all(visits)
    })
  }

  test('nothing moves while a registration opens in full', async () => {
    await using site = await start(headOf(rule ?? ''), async (api, demo) => {
      const { token } = await demo.fetchToken()
      const client = createClient({
        baseUrl: demo.baseUrl,
        fetch: demo.fetch,
        fetchToken: async () => ({ token, expiresAt: '' }),
      })
      const { items } = await client.deals.list()
      return bodyOf([['prm-deal-list', `deal-id="${items[0]?.id}"`]])(api)
    })
    await withContext(browser, screens[0]!, async (context) => {
      const page = await context.newPage()
      for (const visit of ['first', 'second']) {
        await (visit === 'first' ? page.goto(site.origin) : page.reload())
        await page.locator('prm-deal-list').getByRole('heading', { level: 2 }).first().waitFor()
        await threeFrames(page)
        assert.deepEqual(await shiftsOf(page), [], `${visit} visit`)
      }
    })
  })

  test('a second visit whose loader runs before the first paint gives each widget its own height', async () => {
    const tags = pages['the form']!
    await using site = await start(headOf(rule ?? '', 'blocking="render"'), bodyOf(tags))
    await withContext(browser, screens[0]!, async (context) => {
      const page = await context.newPage()
      const heights = () =>
        page
          .locator('prm-deal-form')
          .evaluate((form: HTMLElement) => [
            form.offsetHeight,
            (form.shadowRoot!.firstElementChild as HTMLElement).offsetHeight,
          ])
      await page.goto(site.origin)
      await loaded(page, tags)
      const [room, content] = await heights()
      assert.deepEqual([room, room! > content!], [screens[0]!.height, true])

      await page.reload()
      await loaded(page, tags)

      assert.deepEqual(await heights(), [content, content])
      assert.deepEqual(await shiftsOf(page), [])
    })
  })

  test('without the rule of the README the form moves what stands below it', async () => {
    const tags = pages['the form']!
    await using site = await start(headOf(''), bodyOf(tags))
    await withContext(browser, screens[0]!, async (context) => {
      const page = await context.newPage()
      await page.goto(site.origin)
      await loaded(page, tags)

      const shifts = await shiftsOf(page)

      assert.match(shifts.flatMap(({ moved }) => moved).join(), /\bP from/)
    })
  })
})
