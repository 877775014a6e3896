// An article as it is printed.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { build } from '../packages.ts'
import { openBrowser } from './engine.ts'
import { servePartnerPage, type PartnerPage } from './partner-page.ts'

const cells = (name: string) =>
  Array.from({ length: 14 }, (_, column) => `${name}-${column}-${'long'.repeat(3)}`)
const row = (name: string, tag: string) =>
  `<tr>${cells(name)
    .map((cell) => `<${tag}>${cell}</${tag}>`)
    .join('')}</tr>`
const body = `<p>Read <a href="https://guide.example/print?page=1">the guide</a> first.</p>
  <h2>Values</h2><table>${row('head', 'th')}${row('cell', 'td')}</table>
  <h2>Commands</h2><pre><code>${'configure --with-a-long-option=yes '.repeat(8)}${'x'.repeat(200)}</code></pre>
  <details><summary>More</summary><p>Also on paper.</p></details>`

/** The texts in an article that can be seen, and those that the paper’s edge would cut. */
const printed = (page: Page) =>
  page.evaluate(() => {
    const seen: string[] = []
    const cut: string[] = []
    const read = (root: ParentNode) => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) read(element.shadowRoot)
        for (const node of element.childNodes) {
          const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').trim() : ''
          if (text === '' || /^(style|script)$/.test(element.localName)) continue
          if (!element.checkVisibility({ visibilityProperty: true })) continue
          const range = document.createRange()
          range.selectNodeContents(node)
          const { right, width } = range.getBoundingClientRect()
          if (width <= 1) continue
          seen.push(text)
          if (right > document.documentElement.clientWidth) cut.push(text)
        }
      }
    }
    read(document)
    return { seen, cut }
  })

/** Waits for the styles of paper, which come while nobody waits for them. */
async function hasPaperStyles(article: Element): Promise<void> {
  const root = article.getRootNode() as ShadowRoot
  const isOfPaper = ({ cssRules }: CSSStyleSheet) =>
    [...cssRules].some(({ cssText }) => cssText.includes('::details-content'))
  while (!root.adoptedStyleSheets.some(isOfPaper)) await new Promise(requestAnimationFrame)
}

describe('a printed article', () => {
  let site: PartnerPage
  let browser: Browser
  before(async () => {
    build()
    site = await servePartnerPage('<prm-knowledge-base></prm-knowledge-base>')
    const texts = { en: { title: 'Print me', body, format: 'html' } }
    await site.asVendor('/articles/bulk', { rows: [{ key: 'print', texts }] })
    browser = await openBrowser('chromium')
  })
  after(async () => {
    await browser.close()
    await site.stop()
  })

  async function open(width: number): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 1000 } })
    await page.goto(site.origin)
    await page.locator('#search').fill('print me')
    await page.locator('.cover', { hasText: 'Print me' }).first().click()
    await page.locator('.rich table').waitFor()
    await page.locator('article').evaluate(hasPaperStyles)
    await page.emulateMedia({ media: 'print' })
    return page
  }

  // The text of an A4 page, and of one on its side.
  for (const width of [718, 1047])
    test(`shows all of its text and nothing to press, ${width} pixels wide`, async () => {
      const page = await open(width)
      const { seen, cut } = await printed(page)
      const all = seen.join('\n')

      assert.deepEqual(cut, [])
      for (const text of [
        'Print me',
        ...cells('head'),
        ...cells('cell'),
        'Also on paper.',
        'x'.repeat(200),
      ])
        assert.ok(all.includes(text), `${text} is missing:\n${all}`)
      for (const role of ['button', 'searchbox', 'navigation', 'combobox'] as const)
        assert.deepEqual(await page.getByRole(role).allInnerTexts(), [], role)
      assert.ok(!/Was this article helpful|Related/.test(all), all)
      await page.close()
    })

  test('tells the addresses of its links, and leaves no column empty', async () => {
    const page = await open(1047)
    const link = page.getByRole('link', { name: 'the guide' })

    const address = await link.evaluate((one) => getComputedStyle(one, '::after').content)
    assert.match(address, /https:\/\/guide\.example\/print\?page=1/)
    const columns = await page
      .locator('article')
      .evaluate((one) => getComputedStyle(one).gridTemplateColumns.split(' ').length)
    assert.equal(columns, 1)
    await page.close()
  })
})
