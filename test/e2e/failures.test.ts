// A partner's text survives whatever happens, and is sent once.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Browser, Page, Route } from 'playwright-core'
import { countryBecomes, fillIn, openForm, sendButton } from './registration.ts'
import { useVendorSite } from './use-vendor-site.ts'
import { people, type VendorSite } from './vendor-site.ts'

const isSubmission = (url: URL) => url.pathname === '/v1/deals'
const organisation = (page: Page) => page.locator('prm-deal-form').getByLabel('Organisation')

describe('the vendor’s site, when something fails', () => {
  let site: VendorSite
  let browser: Browser
  useVendorSite((there) => ({ site, browser } = there))

  /** The fate of the submission while the backend dies. */
  const moments: Record<string, (route: Route) => Promise<void>> = {
    'before the registration arrives': async (route) => {
      await site.kill()
      await route.abort('connectionreset')
    },
    'while it takes the registration': async (route) => {
      const answer = route.fetch().catch(() => undefined)
      await site.kill()
      await answer
      await route.abort('connectionreset')
    },
    'after it took the registration': async (route) => {
      const answer = await route.fetch()
      assert.equal(answer.status(), 201)
      await site.kill()
      await route.abort('connectionreset')
    },
  }

  for (const [moment, die] of Object.entries(moments)) {
    test(`a backend that is killed ${moment} loses nothing and gets it once`, async () => {
      const company = `Wasserwerk ${moment} ${Date.now()}`
      const page = await site.signIn(browser, people.partner)
      const form = await openForm(page)
      await fillIn(form, company)
      await page.route(isSubmission, die, { times: 1 })

      await sendButton(form).click()
      await form.getByText('No answer came back').waitFor()
      await form.getByText(company).waitFor()
      await site.restart()
      await sendButton(form).click()
      await form.getByText('Your registration was sent').waitFor()

      const deals = await site.dealsOf(company)
      assert.deepEqual(
        deals.map(({ status, customer }) => [status, customer.city]),
        [['submitted', 'Ulm']],
      )
    })
  }

  test('a registration that is sent offline is kept, and sent once online', async () => {
    const company = `Wasserwerk ohne Netz ${Date.now()}`
    const page = await site.signIn(browser, people.partner)
    const form = await openForm(page)
    await fillIn(form, company)

    await page.context().setOffline(true)
    await sendButton(form).click()
    await form.getByText('You are offline. Everything you entered is kept').waitFor()
    await page.context().setOffline(false)
    await form.getByText('You are online again').waitFor()
    await sendButton(form).click()
    await form.getByText('Your registration was sent').waitFor()

    assert.equal((await site.dealsOf(company)).length, 1)
  })

  /** The file with what comes after the first key, and no other whose name begins like it. */
  const later = /\/later-[\w-]{8}\.js$/

  test('a connection that goes before the first key costs nothing', async () => {
    const page = await site.signIn(browser, people.partner)
    const fetched = page.waitForRequest(later)
    const form = await openForm(page)
    const file = (await fetched).url()
    // With everything that the file imports in its turn.
    await page.evaluate((url) => import(url), file)

    await page.context().setOffline(true)
    await organisation(page).fill('Offline from the start GmbH')
    await form.getByText('Draft kept on this device').waitFor()
  })

  test('the country of the last registration is set, also by code that comes after the draft is kept', async () => {
    const page = await site.signIn(browser, people.partner)
    const { promise: kept, resolve: keep } = Promise.withResolvers<void>()
    await page.route(/\/help-[\w-]{8}\.js$/, async (route) => {
      await kept
      await route.continue()
    })
    const form = await openForm(page)
    await organisation(page).fill('Langsam GmbH')
    await form.getByText('Draft kept on this device').waitFor()
    keep()

    await countryBecomes(form, 'Germany')
  })

  test('what is typed while the later steps cannot be fetched is kept once they can', async () => {
    const page = await site.signIn(browser, people.partner)
    await page.route(later, (route) => route.abort('internetdisconnected'))
    const failed = page.waitForEvent('requestfailed', (request) => later.test(request.url()))
    const form = await openForm(page)
    await organisation(page).fill('Typed too early GmbH')
    await failed
    await page.context().setOffline(true)
    await page.unroute(later)

    await page.context().setOffline(false)
    await form.getByText('Draft kept on this device').waitFor()

    assert.equal(await organisation(page).inputValue(), 'Typed too early GmbH')
  })

  test('the code for a registration in full is there before somebody opens one', async () => {
    const page = await site.signIn(browser, people.partner)
    const fetched = page.waitForRequest(/\/deal-detail-[^/]+\.js$/)
    await page.goto('/partners')

    assert.match((await (await fetched).response())?.statusText() ?? '', /OK/)
  })

  const ends: Record<string, (page: Page) => Promise<Page>> = {
    'a reload': async (page) => {
      await page.reload()
      return page
    },
    'a closed tab': async (page) => {
      const next = await page.context().newPage()
      await page.close()
      await next.goto('/partners/register')
      return next
    },
    'a crashed tab': async (page) => {
      const next = await page.context().newPage()
      const crashed = page.waitForEvent('crash')
      page.goto('chrome://crash').catch(() => {})
      await crashed
      await next.goto('/partners/register')
      return next
    },
  }

  for (const [end, live] of Object.entries(ends)) {
    test(`${end} keeps what was typed`, async () => {
      const page = await site.signIn(browser, people.partner)
      const form = await openForm(page)
      await organisation(page).fill('Kept GmbH')
      await form.getByText('Draft kept on this device').waitFor()

      const next = await live(page)
      await next.getByText(/Your draft from .* is back/).waitFor()

      assert.equal(await organisation(next).inputValue(), 'Kept GmbH')
    })
  }

  test('two tabs on one draft end in a choice', async () => {
    const first = await site.signIn(browser, people.partner)
    const second = await first.context().newPage()
    const form = await openForm(first)
    await openForm(second)
    await organisation(first).fill('First GmbH')
    await form.getByText('Draft kept on this device').waitFor()

    await organisation(second).fill('Second GmbH')
    await second.getByText('This draft was changed somewhere else').waitFor()
    const typed = await organisation(second).inputValue()
    await second.getByRole('button', { name: 'Take the other version' }).click()
    await second.getByText('First GmbH').waitFor({ state: 'detached' })

    assert.equal(typed, 'Second GmbH')
    assert.equal(await organisation(second).inputValue(), 'First GmbH')
    assert.equal(await organisation(first).inputValue(), 'First GmbH')
  })
})
