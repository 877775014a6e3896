import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './engine.ts'
import { people, startVendorSite, type VendorSite } from './vendor-site.ts'

/** Milliseconds until a window shows what happened in another. */
const live = 2000

/** Checks a customer, fills in what the vendor’s form requires and sends it. */
async function register(page: Page, company: string) {
  await page.goto('/partners/register')
  const form = page.locator('prm-deal-form')
  const pick = async (name: RegExp, text: string) => {
    await form.getByRole('combobox', { name }).fill(text)
    await form.locator('[role=option]').first().click()
  }
  await form.getByLabel('Organisation').fill(company)
  await form.getByRole('button', { name: 'Check availability' }).click()
  await form.getByText('This customer is free to register').waitFor()
  await form.getByRole('button', { name: 'Continue to the form' }).click()
  await pick(/^Country/, 'Germany')
  await form.getByLabel(/^City/).fill('Ulm')
  await form.getByLabel(/^What they do/).selectOption({ index: 1 })
  await form.getByLabel(/^Last name/).fill('Sommer')
  await form.getByLabel(/^E-mail/).fill('sommer@example.com')
  await form.getByLabel(/^Name of the project/).fill('District metering')
  await form
    .getByLabel(/^What the customer wants to solve/)
    .fill('They lose a fifth of their water.')
  await form.getByLabel(/^Order expected on/).fill('2027-06-30')
  await form.getByRole('button', { name: 'Add a product' }).click()
  await pick(/^Product/, 'Echo 200')
  await form.getByLabel(/^Value of the whole project/).fill('24000')
  await form.getByLabel('We approached them').check()
  await form.getByLabel(/^The contact at the customer knows/).check()
  await form.getByRole('button', { name: 'Review' }).click()
  await form.getByRole('button', { name: /^(Send|Submit|Register)/ }).click()
}

describe('the vendor’s site', () => {
  let site: VendorSite
  let browser: Browser
  before(async () => {
    ;[site, browser] = await Promise.all([startVendorSite(), openBrowser()])
  })
  after(async () => {
    await browser.close()
    await site[Symbol.asyncDispose]()
  })

  test('a registered deal appears on the desk, and its approval on the partner’s screen', async () => {
    const company = `Wasserverband Probe ${Date.now()}`
    const desk = await site.signIn(browser, people.manager)
    await desk.locator('.entry').first().waitFor()
    const partner = await site.signIn(browser, people.partner)
    await register(partner, company)
    await partner.getByText('Your registration was sent').waitFor()
    const entry = desk.getByRole('button', { name: company })

    await partner.goto('/partners')
    const row = partner.getByRole('listitem').filter({ hasText: company })
    await row.getByText('Submitted').waitFor()
    await entry.click()
    await desk.getByRole('button', { name: 'Start review' }).click()
    await row.getByText('In review').waitFor({ timeout: live })
    await desk.getByRole('button', { name: 'Approve' }).click()
    await desk.getByRole('dialog').getByRole('button', { name: 'Approve' }).click()
    await row.getByText('Protected', { exact: true }).waitFor({ timeout: live })

    assert.match(await row.innerText(), /Protected for 90 more days/)
  })

  test('signing out leaves nothing of the user in the browser', async () => {
    const page = await site.signIn(browser, people.partner)
    await page.goto('/partners/register')
    await page.getByLabel('Organisation').fill('Left behind GmbH')
    await page.getByRole('button', { name: 'Skip the check' }).click()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(/\/$/)

    const kept = await page.evaluate(async () => {
      const databases = await indexedDB.databases()
      const open = (name: string) =>
        new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name)
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => reject(request.error)
        })
      const counts = databases.map(async ({ name = '' }) => {
        const database = await open(name)
        const stores = [...database.objectStoreNames].map(
          (store) =>
            new Promise<number>((resolve) => {
              const count = database.transaction(store).objectStore(store).count()
              count.onsuccess = () => resolve(count.result)
            }),
        )
        return (await Promise.all(stores)).reduce((sum, one) => sum + one, 0)
      })
      const drafts = (await Promise.all(counts)).reduce((sum, one) => sum + one, 0)
      return { drafts, local: localStorage.length, session: sessionStorage.length }
    })

    assert.deepEqual(kept, { drafts: 0, local: 0, session: 0 })
  })

  test('no page reports a violation of its content security policy', async () => {
    const page = await site.signIn(browser, people.partner)
    const violations: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') violations.push(message.text())
    })
    const pages = [
      ['/', 'main'],
      ['/partners', 'prm-deal-list .row'],
      ['/partners/register', 'prm-deal-form input'],
    ] as const
    for (const [path, shown] of pages) {
      await page.goto(path)
      await page.locator(shown).first().waitFor()
    }

    assert.deepEqual(violations, [])
  })

  test('somebody who is not signed in gets no token and no partner area', async () => {
    const context = await browser.newContext({ baseURL: site.url })
    const token = await context.request.post('/prm-token')
    const page = await context.newPage()
    await page.goto('/partners')

    assert.equal(token.status(), 401)
    assert.match(page.url(), /\/sign-in$/)
  })
})
