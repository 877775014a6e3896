// The sample vendor's pages as a whole: by keyboard, for assistive technology, for the browser.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { axe, namelessControls } from './audit.ts'
import { countryBecomes, openForm, sendButton } from './registration.ts'
import { useVendorSite } from './use-vendor-site.ts'
import { people, type VendorSite } from './vendor-site.ts'

const ofPages = ['region', 'landmark-one-main', 'page-has-heading-one', 'bypass', 'document-title']

/** Waits until something of this name has the focus, also within shadow roots. */
const focusComesTo = (page: Page, name: RegExp) =>
  page.waitForFunction((pattern) => {
    let active = document.activeElement
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
    const { labels } = active as HTMLInputElement
    const legend = active?.closest('fieldset')?.querySelector('legend')?.textContent ?? ''
    const own = labels?.[0]?.textContent ?? active?.getAttribute('aria-label')
    const text = `${legend} ${own ?? active?.textContent ?? ''}`
    return new RegExp(pattern).test(text.replaceAll(/\s+/g, ' ').trim())
  }, name.source)

describe('the vendor’s pages', () => {
  let site: VendorSite
  let browser: Browser
  useVendorSite((there) => ({ site, browser } = there))

  test('a deal is registered without a mouse, with few keys besides its text', async () => {
    const company = `Stadtwerke Tastatur ${Date.now()}`
    const page = await site.signIn(browser, people.partner)
    const form = await openForm(page)
    const { keyboard } = page
    const pressed: string[] = []
    const press = async (key: string) => {
      pressed.push(key)
      await keyboard.press(key)
    }
    const goOn = () => press('Control+Enter')
    const answer = async (name: RegExp, text: string) => {
      await focusComesTo(page, name)
      await keyboard.type(text)
      await goOn()
    }

    await focusComesTo(page, /^Organisation/)
    await keyboard.type(company)
    // The country is that of the last registration.
    await countryBecomes(form, 'Germany')
    await goOn()
    await form.getByText('This account is available').waitFor()
    await goOn()
    await answer(/^City/, 'Ulm')
    await answer(/^Industry/, 'Water')
    await answer(/^Last name/, 'Sommer')
    await answer(/^E-mail/, 'sommer@example.com')
    await answer(/^Project name/, 'District metering')
    await answer(/^Customer’s need/, 'They lose a fifth of their water.')
    // The same in either order of day and month.
    await answer(/^Expected close date/, '06062027')
    await focusComesTo(page, /Add a product$/)
    await press('Enter')
    // With its legend, the button before has a name that begins with this word too.
    await focusComesTo(page, /Product$/)
    await keyboard.type('QM-E200L')
    await form.locator('.popup [role=option]').first().waitFor()
    await goOn()
    // The deal value is the sum of the lines.
    await focusComesTo(page, /They are our customer/)
    await press('Space')
    await goOn()
    await focusComesTo(page, /The contact at the customer knows/)
    await press('Space')
    await goOn()
    await sendButton(form).waitFor()
    await goOn()
    await form.getByText('Your registration was sent').waitFor()

    const [deal, ...others] = await site.dealsOf(company)
    assert.deepEqual(
      [deal?.status, deal?.customer.country, deal?.expectedCloseDate, others],
      ['submitted', 'DE', '2027-06-06', []],
    )
    assert.deepEqual(deal?.amount, deal?.lines?.[0]?.unitPrice)
    assert.ok(pressed.length <= 16, `${pressed.length} keys: ${pressed.join(' ')}`)
  })

  /** Says of an article that it did not help, so that the desk has a note to show. */
  async function leaveNote() {
    const { articles } = await site.as(people.partner)
    const [article] = (await articles.list({ query: { limit: 1 } })).items
    assert.ok(article)
    const body = { helpful: false, comment: 'The torque is missing.' }
    await articles.rate({ params: { id: article.id }, body })
  }

  /** Makes a link to three assets for a recipient who reads Arabic. */
  async function shareAssets() {
    const { assets, shares } = await site.as(people.partner)
    const { items } = await assets.list({ query: { limit: 50 } })
    const free = items.filter(({ locked, terms }) => !locked && !terms).slice(0, 3)
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
    const body = { assetIds: free.map(({ id }) => id), label: 'Hamburg', language: 'ar', expiresAt }
    return shares.create({ body })
  }

  test('axe finds nothing to mend on any page', async () => {
    const options = { bypassCSP: true }
    const partner = await site.signIn(browser, people.partner, options)
    const desk = await site.signIn(browser, people.manager, options)
    const visitor = await browser.newPage({ baseURL: site.url, ...options })
    await leaveNote()
    const share = await shareAssets()
    const pages = [
      [visitor, '/', 'main'],
      [visitor, '/sign-in', 'main form'],
      [visitor, share.url, 'html[dir=rtl] li + li + li a.take'],
      [visitor, `${share.url.slice(0, -22)}${'A'.repeat(22)}`, 'main h1'],
      [partner, '/partners', 'prm-deal-list .row'],
      [partner, '/partners/register', 'prm-deal-form input'],
      [partner, '/partners/news', 'prm-announcements .row'],
      [partner, '/partners/content', 'prm-content-library .row'],
      [partner, '/partners/training', 'prm-certificates .cards'],
      [partner, '/partners/support', 'prm-knowledge-base .card'],
      [partner, '/partners/support?search=frost', 'prm-knowledge-base .row'],
      [partner, '/partners/leaderboard', 'prm-leaderboard #mine'],
      [partner, '/partners/ask?text=frost', 'main .button'],
      [desk, '/desk', '.entry'],
      [desk, '/desk/articles', '.queue .list'],
      [desk, '/desk/assets', '.report table'],
      [desk, '/desk/boards', '.report table'],
      [desk, '/desk/training', '.report table'],
    ] as const

    const found: Record<string, string[]> = {}
    for (const [page, path, shown] of pages) {
      await page.goto(path)
      const [widget = ''] = shown.split(' ')
      // Below the fold a widget loads once somebody comes near.
      if (widget.startsWith('prm-')) await page.locator(widget).scrollIntoViewIfNeeded()
      await page.locator(shown).first().waitFor()
      if (path === '/desk') {
        await page.locator('.entry').first().click()
        await page.locator('.deal-head').waitFor()
      }
      found[path] = [
        ...(await axe(page)),
        ...(await axe(page, ofPages)),
        ...(await namelessControls(page)),
      ]
    }

    assert.deepEqual(found, Object.fromEntries(pages.map(([, path]) => [path, []])))
  })

  test('a film plays with its captions in the language of its reader', async () => {
    const { assets } = await site.as(people.partner)
    const { items } = await assets.list({ query: { type: ['video'], limit: 1 } })
    const page = await site.signIn(browser, people.partner)
    await page.goto(`/partners/content?asset=${items[0]?.id}`)
    const film = page.locator('prm-asset-page video')
    await film.waitFor()
    const seen = await film.evaluate(async (video: HTMLVideoElement) => {
      video.muted = true
      await video.play()
      const [first] = video.textTracks
      while (!first?.activeCues?.length) await new Promise(requestAnimationFrame)
      const { text } = first.activeCues[0] as VTTCue
      return { mode: first.mode, language: first.language, text, width: video.videoWidth > 0 }
    })

    const text = 'A leak makes a sound.'
    assert.deepEqual(seen, { mode: 'showing', language: 'en', text, width: true })
  })

  test('nothing on the registration page jumps while the form loads', async () => {
    const page = await site.signIn(browser, people.partner)
    await page.addInitScript(() => {
      const shifts = ((globalThis as never as { shifts: unknown[] }).shifts = [] as unknown[])
      const observe = (list: PerformanceObserverEntryList) => {
        for (const entry of list.getEntries() as never as LayoutShift[]) {
          const nodes = entry.sources.map(({ node }) => node?.nodeName)
          if (!entry.hadRecentInput) shifts.push({ value: entry.value, nodes })
        }
      }
      new PerformanceObserver(observe).observe({ type: 'layout-shift', buffered: true })
    })
    await openForm(page)
    await page.waitForLoadState('networkidle')

    const shifts = await page.evaluate(() => (globalThis as never as { shifts: unknown[] }).shifts)
    const supported = await page.evaluate(() => PerformanceObserver.supportedEntryTypes)
    assert.ok(supported.includes('layout-shift'))
    assert.deepEqual(shifts, [])
  })

  test('a widget that is not near the screen asks the backend nothing', async () => {
    const page = await site.signIn(browser, people.partner)
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().startsWith(site.api)) asked.push(request.url())
    })
    page.on('framenavigated', () => asked.splice(0))
    await page.addInitScript(() => {
      document.addEventListener('readystatechange', () => {
        const breaks = Array.from({ length: 300 }, () => document.createElement('br'))
        if (document.readyState === 'interactive')
          document.querySelector('prm-portal')?.before(...breaks)
      })
    })
    await page.goto('/partners/register')
    await page.waitForFunction(() => customElements.get('prm-deal-form'))
    await page.waitForLoadState('networkidle')
    const before = [...asked]

    await page.locator('prm-deal-form').scrollIntoViewIfNeeded()
    await page.locator('prm-deal-form').getByLabel('Organisation').waitFor()

    assert.deepEqual(before, [])
    assert.ok(asked.length > 0)
  })
})

interface LayoutShift extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
  sources: { node: Node | null }[]
}
