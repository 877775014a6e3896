// Nobody sees the content of a user who has left, whichever way they come to the page.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { build } from '../packages.ts'
import { inEachEngine, openBrowser } from './engine.ts'
import { servePartnerPage, type PartnerPage } from './partner-page.ts'
import { openForm } from './registration.ts'
import { people, startVendorSite, type VendorSite } from './vendor-site.ts'

/** The texts of elements that somebody can see, also inside shadow roots. */
const visibleText = (page: Page) =>
  page.evaluate(() => {
    const read = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .map((element) => {
          const own = element.checkVisibility({ visibilityProperty: true })
            ? [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
            : []
          const inside = element.shadowRoot ? read(element.shadowRoot) : ''
          return own.map(({ textContent }) => textContent).join(' ') + inside
        })
        .join(' ')
    return read(document)
  })

describe('Back and other tabs after signing out on the vendor’s site', () => {
  let site: VendorSite
  before(async () => {
    site = await startVendorSite()
  })
  after(() => site[Symbol.asyncDispose]())

  inEachEngine((open) => {
    test('Back shows nothing of who has signed out', async () => {
      await using browser = await open()
      const page = await site.signIn(browser, people.partner)
      const row = page.locator('prm-deal-list .cover').first()
      const name = (await row.innerText()).trim()
      assert.ok((await visibleText(page)).includes(name))
      await openForm(page)
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.getByRole('link', { name: 'Sign in' }).waitFor()

      const seen = []
      for (let steps = 0; steps < 2; steps++) {
        await page.goBack()
        await page.waitForFunction(
          () =>
            document.querySelector('form[action="/sign-in"]') ??
            document.querySelector('prm-portal:defined'),
        )
        seen.push(await visibleText(page))
      }

      for (const text of seen) assert.ok(!text.includes(name), text)
    })

    test('signing out in one tab empties the others, with all that was typed', async () => {
      await using browser = await open()
      const list = await site.signIn(browser, people.partner)
      await list.locator('prm-deal-list .row').first().waitFor()
      const page = await list.context().newPage()
      const form = await openForm(page)
      await form.getByLabel('Organisation').fill('Only mine GmbH')

      await list.getByRole('button', { name: 'Sign out' }).click()
      await page.getByText('You are signed out').waitFor()

      assert.equal(await form.getByLabel('Organisation').count(), 0)
    })
  })
})

describe('a page that Chromium keeps for Back', () => {
  let site: PartnerPage
  before(async () => {
    build()
    site = await servePartnerPage('<prm-deal-list></prm-deal-list><prm-deal-form></prm-deal-form>')
  })
  after(() => site.stop())

  test('comes back hidden, until the same user is signed in again', async () => {
    await using browser = await openBrowser('chromium', {
      whole: true,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    })
    const page = await browser.newPage()
    await page.goto(site.origin)
    const field = page.locator('prm-deal-form input').first()
    await field.fill('Half a name')
    await page.evaluate(() => Object.assign(globalThis, { kept: true }))

    site.user = undefined
    await page.goto(`${site.origin}/elsewhere`)
    await page.evaluate(() => history.back())
    await page.getByText('You are not signed in any more').first().waitFor()
    const hidden = [await field.isVisible(), await page.evaluate(() => 'kept' in globalThis)]
    site.user = 'ada'
    await page.getByRole('button', { name: 'Check again' }).first().click()
    await field.waitFor({ state: 'visible' })

    assert.deepEqual(hidden, [false, true])
    assert.equal(await field.inputValue(), 'Half a name')
  })
})
